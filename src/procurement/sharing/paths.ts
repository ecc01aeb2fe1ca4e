import { contractPath } from '../register/paths.ts'

/** With whom a contract is shared, and where it is shared with one more. */
export const sharePath = (slug: string, reference: string): string => `${contractPath(slug, reference)}/share`

/** Where the lead withdraws a partner's share. */
export const withdrawPath = (slug: string, reference: string, partner: string): string =>
  `${sharePath(slug, reference)}/${partner}/withdraw`
