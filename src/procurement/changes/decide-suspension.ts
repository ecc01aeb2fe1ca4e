import { longDate } from '../../core/ui/format.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import type { ChangeContext } from './change-context.ts'
import { within } from './days.ts'
import { allow, type Decision, refuse } from './decision.ts'
import { standingEffect, termEffect } from './effect-of.ts'
import { outsideLife } from './in-life.ts'
import { placeOf } from './place-of.ts'
import { placeProblem } from './place-problem.ts'

interface Asked {
  /** One provider's place in a lot; null for the whole contract. */
  readonly lotProviderId: Id | null
  readonly effectiveOn: IsoDate
}

/** Whether a contract, or one provider in it, may rest from a day, until a day or until it is resumed. */
export function decideSuspension(contract: Contract, asked: Asked & { readonly until: IsoDate | null }): Decision {
  const { lotProviderId, effectiveOn, until } = asked
  const problem = outsideLife(contract, effectiveOn)
  if (problem) return problem
  if (until !== null && until <= effectiveOn)
    return refuse('backwards', 'The suspension ends before it begins.', 'until')
  const rest = { from: effectiveOn, until }
  if (lotProviderId === null) {
    const pieces = within(contract.terms, rest).filter(({ state }) => state === 'agreed')
    if (pieces.length === 0)
      return refuse('already-suspended', 'The contract is suspended on these days already.', 'effectiveOn')
    return allow(pieces.map((piece) => termEffect(contract, piece, 'suspended')))
  }
  const place = placeOf(contract, lotProviderId, effectiveOn)
  if ('because' in place) return place
  const pieces = within(place.pieces, rest).filter(({ state }) => state === 'active')
  if (pieces.length === 0)
    return refuse('already-suspended', `${place.standing.organisation} is not active on these days.`, 'effectiveOn')
  return allow(pieces.map((piece) => standingEffect(place.lot, piece, { state: 'suspended' })))
}

/** Whether what rests may go on from a day; a provider is given its place anew, so it has to be registered and not suspended everywhere. */
export function decideResumption(
  contract: Contract,
  { lotProviderId, effectiveOn }: Asked,
  context: ChangeContext,
): Decision {
  const problem = outsideLife(contract, effectiveOn)
  if (problem) return problem
  const onwards = { from: effectiveOn, until: null }
  if (lotProviderId === null) {
    const pieces = within(contract.terms, onwards).filter(({ state }) => state === 'suspended')
    if (pieces.length === 0)
      return refuse('not-suspended', `The contract is not suspended from ${longDate(effectiveOn)}.`, 'effectiveOn')
    return allow(pieces.map((piece) => termEffect(contract, piece, 'agreed')))
  }
  const place = placeOf(contract, lotProviderId, effectiveOn)
  if ('because' in place) return place
  const pieces = within(place.pieces, onwards).filter(({ state }) => state === 'suspended' || state === 'unconfirmed')
  if (pieces.length === 0)
    return refuse(
      'not-suspended',
      `${place.standing.organisation} is not suspended from ${longDate(effectiveOn)}.`,
      'effectiveOn',
    )
  const unplaced = placeProblem(context, place.standing.organisationId, place.lot.serviceType, 'lotProviderId')
  if (unplaced) return unplaced
  return allow(pieces.map((piece) => standingEffect(place.lot, piece, { state: 'active', awarded: true })))
}
