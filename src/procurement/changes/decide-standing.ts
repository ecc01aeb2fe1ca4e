import type { IsoDate } from '../../core/values/index.ts'
import type { AskedChange, Change } from '../change.ts'
import type { Contract, Standing } from '../contract.ts'
import { agreedUntil } from '../term.ts'
import { hasDay, laidOver, within } from './days.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { standingEffect } from './effect-of.ts'
import { outsideLife } from './in-life.ts'
import { lotProblem } from './lot-problem.ts'
import { placeOf } from './place-of.ts'

/**
 * Whether a provider may get another role or rank in its lot, up to the next that is known already; who becomes its lead
 * changes places with the one before.
 */
export function decideStanding(
  contract: Contract,
  {
    change,
    effectiveOn,
  }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Extract<Change, { kind: 'standing' }> },
): Decision {
  const outside = outsideLife(contract, effectiveOn)
  if (outside) return outside
  const place = placeOf(contract, change.lotProviderId, effectiveOn)
  if ('because' in place) return place
  const { lot, standing } = place
  const { role, rank } = change
  if (role === standing.role && rank === standing.rank)
    return refuse('nothing-changes', `${standing.organisation} has this role and rank already.`, 'role')
  const onwards = { from: effectiveOn, until: nextTurn(place.pieces, standing, effectiveOn) }
  const moved = within(place.pieces, onwards)
    .filter(({ state }) => state !== 'left')
    .map((piece): Standing => ({ ...piece, role, rank }))
  const former =
    role === 'lead' && standing.role !== 'lead'
      ? lot.standings.find((one) => one.role === 'lead' && one.state !== 'left' && hasDay(one, effectiveOn))
      : undefined
  const swapped = former
    ? within(lot.standings, onwards)
        .filter((one) => one.lotProviderId === former.lotProviderId && one.role === 'lead' && one.state !== 'left')
        .map(
          (piece): Standing => ({
            ...piece,
            role: standing.role,
            rank: former.rank === rank ? standing.rank : former.rank,
          }),
        )
    : []
  const changed = new Set([standing.lotProviderId, former?.lotProviderId])
  const after = [
    ...lot.standings.filter(({ lotProviderId }) => !changed.has(lotProviderId)),
    ...laidOver(place.pieces, moved),
    ...laidOver(
      lot.standings.filter(({ lotProviderId }) => lotProviderId === former?.lotProviderId),
      swapped,
    ),
  ]
  const problem = lotProblem(lot, after, { from: effectiveOn, until: agreedUntil(contract.terms) ?? null })
  if (problem) return { ...problem, field: problem.because === 'rank-twice' ? 'rank' : 'role' }
  const lead = role === 'lead' ? standing.organisationId : null
  return allow([
    ...[...moved, ...swapped].map((piece) => standingEffect(lot, piece)),
    ...(onwards.until === null && (role === 'lead' || standing.role === 'lead')
      ? [{ write: 'lead', lotId: lot.id, organisationId: lead } as const]
      : []),
  ])
}

/** The first day on which a place is known to be another already: that stays as it was decided. */
const nextTurn = (pieces: readonly Standing[], { role, rank }: Standing, after: IsoDate): IsoDate | null =>
  pieces
    .filter((piece) => piece.from > after && (piece.state === 'left' || piece.role !== role || piece.rank !== rank))
    .map(({ from }) => from)
    .toSorted()[0] ?? null
