import { type Role, roleNames } from '../../core/auth/index.ts'
import { pounds } from '../../core/ui/format.ts'
import type { Worth } from './change-worth.ts'
import { type Refusal, refuse } from './decision.ts'

/** Refuses an approval for which none of someone's roles has the authority, and says whose has. */
export function notYours(worth: Worth, approvers: readonly Role[]): Refusal {
  const size = worth.known ? `It commits ${pounds(worth.pence)}` : 'What it commits is not known'
  const who =
    approvers.length === 0
      ? 'nobody here has the authority for that'
      : `that is for: ${approvers.map((role) => roleNames[role].toLowerCase()).join(', ')}`
  return refuse('above-authority', `Your role may not approve this. ${size}; ${who}.`)
}
