/** Why somebody of whom the sign-in service is sure may not come in here all the same. */
export type OidcRefusal = 'unverified' | 'unknown' | 'no-access' | 'other-person'

/** What is known of an account that could be meant. */
export interface Candidate {
  readonly ended: boolean
  readonly demonstration: boolean
  readonly memberships: readonly unknown[]
}

/** What is known of somebody who comes from the sign-in service. */
export interface Arrival<Account extends Candidate> {
  /** The account that came from there as the same person before. */
  readonly bySubject: Account | undefined
  /** The account with the email address that the service vouches for. */
  readonly byEmail: Account | undefined
  /** Whether the account with that address has come from there as somebody else. */
  readonly otherBefore: boolean
  /** Whether an invitation to that address stands open. */
  readonly invited: boolean
}

/** What follows: in as an account, in by an invitation, or not in. */
export type Admission<Account extends Candidate> =
  | { readonly is: 'known'; readonly account: Account }
  | { readonly is: 'invited' }
  | { readonly is: 'refused'; readonly because: Exclude<OidcRefusal, 'unverified'> }

/** Whether an account can act for anybody at present. */
export const isLive = (account: Candidate | undefined): boolean =>
  account !== undefined && !account.ended && !account.demonstration && account.memberships.length > 0

/**
 * Who comes in. The subject is the person, and an email address only where to find them at first: an address that the
 * organisation gave to somebody else opens nobody's account. Who can act for nobody begins again by an invitation.
 */
export function admit<Account extends Candidate>(arrival: Arrival<Account>): Admission<Account> {
  const { bySubject, byEmail, otherBefore, invited } = arrival
  if (bySubject && isLive(bySubject)) return { is: 'known', account: bySubject }
  if (byEmail && isLive(byEmail))
    return otherBefore ? { is: 'refused', because: 'other-person' } : { is: 'known', account: byEmail }
  if (byEmail?.demonstration) return { is: 'refused', because: 'unknown' }
  if (invited) return { is: 'invited' }
  return { is: 'refused', because: byEmail || bySubject ? 'no-access' : 'unknown' }
}
