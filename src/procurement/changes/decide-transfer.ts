import { longDate } from '../../core/ui/format.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { AskedChange, Change } from '../change.ts'
import type { Contract, Lot, Standing } from '../contract.ts'
import { roles } from '../standing.ts'
import { agreedUntil } from '../term.ts'
import { type ChangeContext, nameIn } from './change-context.ts'
import { hasDay, laidOver, turnsFrom, within } from './days.ts'
import { allow, type Decision, type Refusal, refuse } from './decision.ts'
import type { Effect } from './effect.ts'
import { standingEffect } from './effect-of.ts'
import { outsideLife } from './in-life.ts'
import { lotProblem } from './lot-problem.ts'
import { placeProblem } from './place-problem.ts'
import { priceKey } from './price-problem.ts'

type Transfer = Extract<Change, { kind: 'transfer' }>

/** Whether a provider may take another's place, rank and prices in every lot of a contract, as after a merger. */
export function decideTransfer(
  contract: Contract,
  { change, effectiveOn }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Transfer },
  context: ChangeContext,
): Decision {
  const outside = outsideLife(contract, effectiveOn)
  if (outside) return outside
  const { fromOrganisationId: giver, toOrganisationId: taker } = change
  if (giver === taker) return refuse('already-a-party', 'A provider cannot take over from itself.', 'toOrganisationId')
  const effects: Effect[] = []
  for (const lot of contract.lots) {
    const given = standingsFrom(lot, giver, effectiveOn)
    if (given.length === 0) continue
    const problem = placeProblem(context, taker, lot.serviceType, 'toOrganisationId')
    if (problem) return problem
    const moved = inOneLot(contract, lot, given, { change, effectiveOn, taker: nameIn(context, taker) })
    if ('because' in moved) return moved
    effects.push(...moved)
  }
  return effects.length > 0
    ? allow(effects)
    : refuse(
        'not-in-the-lot',
        `The provider has no place in the contract from ${longDate(effectiveOn)}.`,
        'fromOrganisationId',
      )
}

function inOneLot(
  contract: Contract,
  lot: Lot,
  given: readonly Standing[],
  { change, effectiveOn, taker }: { readonly change: Transfer; readonly effectiveOn: IsoDate; readonly taker: string },
): Effect[] | Refusal {
  const [one] = given
  if (!one) return []
  const { fromOrganisationId, toOrganisationId: organisationId } = change
  const left: Standing = { ...one, from: effectiveOn, until: null, state: 'left' }
  const owned = standingsFrom(lot, organisationId, effectiveOn)
  const taken = takenPlaces(given, owned, effectiveOn).map(
    (piece): Standing => ({ ...piece, organisationId, organisation: taker }),
  )
  const after = [
    ...lot.standings.filter(
      (other) => other.organisationId !== fromOrganisationId && other.organisationId !== organisationId,
    ),
    left,
    ...laidOver(
      lot.standings.filter((other) => other.organisationId === organisationId),
      taken,
    ),
  ]
  const problem = lotProblem(lot, after, { from: effectiveOn, until: agreedUntil(contract.terms) ?? null })
  if (problem) return problem
  const follows = owned.length > 0 ? {} : { follows: one.lotProviderId }
  return [
    standingEffect(lot, left),
    ...taken.map((piece) => standingEffect(lot, piece, { awarded: true, ...follows })),
    ...(given.some(({ role, until }) => role === 'lead' && until === null)
      ? [{ write: 'lead', lotId: lot.id, organisationId } as const]
      : []),
    ...pricesOf(lot, change, effectiveOn, owned.length > 0),
    { write: 'enhancements', lotId: lot.id, fromOrganisationId, toOrganisationId: organisationId, from: effectiveOn },
  ]
}

/**
 * What the taker gets of a place, as far as that is known: its role and rank over its days, where the taker has no
 * better of its own then. Whoever takes an unconfirmed place, or was unconfirmed, is in the register by now.
 */
function takenPlaces(given: readonly Standing[], owned: readonly Standing[], from: IsoDate): Standing[] {
  const turns = turnsFrom([...given, ...owned], from)
  const taken: Standing[] = []
  for (const [index, day] of turns.entries()) {
    const place = given.find((piece) => hasDay(piece, day))
    const own = owned.find((piece) => hasDay(piece, day))
    if (!place || (own && !precedes(place, own))) continue
    const state = own?.state === 'suspended' ? 'suspended' : 'active'
    const piece: Standing = { ...place, state, from: day, until: turns[index + 1] ?? null }
    const last = taken.at(-1)
    const goesOn =
      last?.until === day && last.role === piece.role && last.rank === piece.rank && last.state === piece.state
    if (last && goesOn) taken.splice(-1, 1, { ...last, until: piece.until })
    else taken.push(piece)
  }
  return taken
}

/** The giver's prices become the taker's, unless the taker stands there with its own for the same. */
function pricesOf(
  lot: Lot,
  { fromOrganisationId, toOrganisationId }: Transfer,
  from: IsoDate,
  stands: boolean,
): Effect[] {
  const owned = new Set(stands ? lot.rateLines.map((line) => priceKey(line)) : [])
  return lot.rateLines
    .filter((line) => line.organisationId === fromOrganisationId)
    .map(({ rates, id: _, lotId: __, ...line }) => ({
      rates,
      rate: { ...line, organisationId: toOrganisationId, pence: null },
    }))
    .filter(({ rate }) => !owned.has(priceKey(rate)))
    .flatMap(({ rates, rate }): Effect[] => {
      const pieces = within(rates, { from, until: null })
      const days = { from, until: null }
      if (pieces.length === 0) return [{ write: 'rate', lotId: lot.id, rate, days, pence: null }]
      return pieces.map(({ pence, ...days_ }) => ({
        write: 'rate',
        lotId: lot.id,
        rate: { ...rate, pence },
        days: days_,
        pence,
      }))
    })
}

const standingsFrom = (lot: Lot, organisationId: Id, from: IsoDate): Standing[] =>
  within(lot.standings, { from, until: null }).filter(
    (piece) => piece.organisationId === organisationId && piece.state !== 'left',
  )

/** Whether one place is asked before another: by role, then by rank. */
function precedes(a: Standing, b: Standing): boolean {
  const byRole = roles.indexOf(a.role) - roles.indexOf(b.role)
  return byRole === 0 ? (a.rank ?? Number.POSITIVE_INFINITY) < (b.rank ?? Number.POSITIVE_INFINITY) : byRole < 0
}
