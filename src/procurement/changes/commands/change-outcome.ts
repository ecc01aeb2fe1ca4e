import type { Role } from '../../../core/auth/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Contract } from '../../contract.ts'
import type { Worth } from '../change-worth.ts'
import type { Refusal } from '../decision.ts'

/** That a change was refused, and why. */
export type Refused = { readonly outcome: 'refused' } & Omit<Refusal, 'allowed'>

/** What became of a change that was asked for. */
export type ChangeOutcome =
  | { readonly outcome: 'applied'; readonly version: number; readonly changeId: Id }
  /** It waits for someone whose roles may approve it. */
  | {
      readonly outcome: 'proposed'
      readonly changeId: Id
      readonly worth: Worth
      readonly approvers: readonly Role[]
    }
  | Refused
  /** Someone else changed the contract since it was read; as it stands now. */
  | { readonly outcome: 'conflict'; readonly contract: Contract }

/** The outcome of a refusal. */
export function refused({ because, sentence, field }: Refusal): Refused {
  return { outcome: 'refused', because, sentence, ...(field === undefined ? {} : { field }) }
}
