import type { AskedChange, Change } from '../change.ts'
import type { Contract, Standing } from '../contract.ts'
import { agreedUntil } from '../term.ts'
import { laidOver, within } from './days.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { standingEffect } from './effect-of.ts'
import { outsideLife } from './in-life.ts'
import { lotName, lotProblem } from './lot-problem.ts'
import { placeOf } from './place-of.ts'

/** Whether a provider may leave a lot; where it leads, another who stands there takes the lead and its rank. */
export function decideLeave(
  contract: Contract,
  { change, effectiveOn }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Extract<Change, { kind: 'leave' }> },
): Decision {
  const outside = outsideLife(contract, effectiveOn)
  if (outside) return outside
  const place = placeOf(contract, change.lotProviderId, effectiveOn)
  if ('because' in place) return place
  const { lot, standing: leaver } = place
  const left: Standing = { ...leaver, from: effectiveOn, until: null, state: 'left' }
  const leads = leaver.role === 'lead'
  const next = change.nextLeadId === null ? undefined : placeOf(contract, change.nextLeadId, effectiveOn)
  if (next && 'because' in next) return { ...next, field: 'nextLeadId' }
  if (next && (!leads || next.lot.id !== lot.id || next.standing.organisationId === leaver.organisationId))
    return refuse(
      'lot-without-lead',
      `The next lead has to be another provider of ${lotName(lot).toLowerCase()}.`,
      'nextLeadId',
    )
  if (leads && lot.needsLead && !next)
    return refuse(
      'lot-without-lead',
      `${lotName(lot)} needs a lead: say who leads when ${leaver.organisation} leaves.`,
      'nextLeadId',
    )
  const successor = (next ? within(next.pieces, { from: effectiveOn, until: null }) : [])
    .filter(({ state }) => state !== 'left')
    .map((piece): Standing => ({ ...piece, role: 'lead', rank: leaver.rank ?? piece.rank }))
  const others = lot.standings.filter(({ organisationId }) => organisationId !== leaver.organisationId)
  const after = [
    left,
    ...others.filter(({ organisationId }) => organisationId !== next?.standing.organisationId),
    ...laidOver(next?.pieces ?? [], successor),
  ]
  const problem = lotProblem(lot, after, { from: effectiveOn, until: agreedUntil(contract.terms) ?? null })
  if (problem) return problem
  return allow([
    standingEffect(lot, left),
    ...successor.map((piece) => standingEffect(lot, piece)),
    ...(leads
      ? [{ write: 'lead', lotId: lot.id, organisationId: next?.standing.organisationId ?? null } as const]
      : []),
  ])
}
