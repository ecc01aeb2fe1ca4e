import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'
import type { Role, StandingState } from '../standing.ts'
import type { PlaceOfFile } from './lot-of-file.ts'

/** A stretch of a provider's place as it is to be written. */
export interface PlacePiece {
  readonly held: Days
  readonly role: Role
  readonly rank: number | null
  readonly state: StandingState
}

/** The stretches that a row tells: where it has a last day, the provider is known from then on as one that left. */
export function piecesOf(
  { from, until, role, rank, state }: Pick<PlaceOfFile, 'from' | 'until' | 'role' | 'rank' | 'state'>,
  { first, unconfirmed }: { readonly first: IsoDate; readonly unconfirmed: boolean },
): readonly PlacePiece[] {
  const held = { from: from ?? first, until }
  if (state === 'left' && until === null) return [{ held, role, rank: null, state }]
  const standing: StandingState = unconfirmed ? 'unconfirmed' : state === 'left' ? 'active' : state
  const stood: PlacePiece = { held, role, rank, state: standing }
  return until === null ? [stood] : [stood, { held: { from: until, until: null }, role, rank: null, state: 'left' }]
}

/** Lots in the order of their numbers, "2" before "10". */
export const inLotOrder = (numbers: readonly string[]): string[] =>
  numbers.toSorted(new Intl.Collator('en-GB', { numeric: true }).compare)

/** Whose place a row is about. */
export interface PlacedRow {
  readonly row: PlaceOfFile
  readonly organisationId: Id
  readonly organisation: string
}
