import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Policy } from '../../engines/allocation/index.ts'

/** What closes: all that a provider gives here, one kind of service of it, or one service of a register, such as a home. */
export type ClosingPart =
  | { readonly kind: 'all' }
  | { readonly kind: 'service'; readonly serviceType: string }
  | { readonly kind: 'home'; readonly regulator: string; readonly number: string }

/** What is tried out: this closes on that day. */
export interface DrillAsked {
  /** Null for a home of the register whose provider is not known here. */
  readonly organisationId: Id | null
  readonly part: ClosingPart
  /** What closes, as it was called when it was asked. */
  readonly called: string
  /** The first day without it. */
  readonly closesOn: IsoDate
  /** Whether people whose own provider goes on may be given another; each of them has to agree. */
  readonly othersMayMove: boolean
  readonly policy: Policy
  readonly seed: number
  /** Who lives in a home, where somebody knows; null where nobody does. */
  readonly residents: number | null
  /** How full other homes are taken to be, in per cent; null where nothing is assumed. */
  readonly othersFullPercent: number | null
}

/** What closes of a provider, in a word that a form can carry. */
export function partKey(part: ClosingPart): string {
  if (part.kind === 'all') return 'all'
  return part.kind === 'service' ? `service ${part.serviceType}` : `home ${part.regulator} ${part.number}`
}
