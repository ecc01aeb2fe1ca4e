import type { Contract, Lot, Standing, TermPiece } from '../contract.ts'
import type { TermState } from '../term.ts'
import type { Effect, StandingEffect } from './effect.ts'

/** A stretch of a contract's life in another state, resting on the same option. */
export function termEffect(
  { options }: Pick<Contract, 'options'>,
  { from, until, origin, optionId }: TermPiece,
  state: TermState,
): Effect {
  const option = options.find(({ id }) => id === optionId) ?? null
  return { write: 'term', days: { from, until }, state, origin, option }
}

/** A provider's place over the days of a piece, with what is different about it. */
export function standingEffect(
  { id }: Pick<Lot, 'id'>,
  { organisationId, from, until, role, rank, state }: Standing,
  over: Partial<StandingEffect> = {},
): Effect {
  const days = { from, until }
  return { write: 'standing', lotId: id, organisationId, days, role, rank, state, awarded: false, ...over }
}
