import type { AskedChange, Change } from '../change.ts'
import type { Contract } from '../contract.ts'
import { agreedUntil } from '../term.ts'
import { type ChangeContext, nameIn } from './change-context.ts'
import { daysFrom } from './days.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { outsideLife } from './in-life.ts'
import { lotName, lotProblem } from './lot-problem.ts'
import { placeProblem } from './place-problem.ts'
import { newRateDays, pricedLot } from './price-days.ts'
import { pricesProblem } from './price-problem.ts'

/** Whether a provider may join a lot in the middle of its contract, at which place and prices. */
export function decideJoin(
  contract: Contract,
  { change, effectiveOn }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Extract<Change, { kind: 'join' }> },
  context: ChangeContext,
): Decision {
  const outside = outsideLife(contract, effectiveOn)
  if (outside) return outside
  const { lotId, standing, rates } = change
  const { organisationId, role, rank } = standing
  const lot = contract.lots.find(({ id }) => id === lotId)
  if (!lot) return refuse('no-such-lot', 'The contract has no such lot.', 'lotId')
  const organisation = nameIn(context, organisationId)
  const [own, others] = [
    lot.standings.filter((piece) => piece.organisationId === organisationId),
    lot.standings.filter((piece) => piece.organisationId !== organisationId),
  ]
  if (own.some((piece) => piece.state !== 'left' && daysFrom(piece, effectiveOn)))
    return refuse(
      'already-in-the-lot',
      `${organisation} has a place in ${lotName(lot).toLowerCase()} already.`,
      'organisationId',
    )
  const days = { from: effectiveOn, until: null }
  const placed = { ...days, organisation, role, rank, state: 'active' as const }
  const until = agreedUntil(contract.terms) ?? null
  const problem =
    placeProblem(context, organisationId, lot.serviceType, 'organisationId') ??
    lotProblem(lot, [...others, placed], { from: effectiveOn, until })
  if (problem) return problem
  for (const [index, rate] of rates.entries())
    if (rate.organisationId !== organisationId)
      return refuse('price-of-nobody', `A price for ${organisation} is another's.`, `rates.${index}`)
  const daysOf = newRateDays(lot, effectiveOn)
  const priced = pricedLot(contract, lot, context, [organisationId])
  const unpriced = pricesProblem(priced, rates, daysOf, (index) => `rates.${index}`)
  if (unpriced) return unpriced
  return allow([
    { write: 'standing', lotId, organisationId, days, role, rank, state: 'active', awarded: true },
    ...(role === 'lead' ? [{ write: 'lead', lotId, organisationId } as const] : []),
    ...rates.map((rate) => ({ write: 'rate', lotId, rate, days: daysOf(rate), pence: rate.pence }) as const),
  ])
}
