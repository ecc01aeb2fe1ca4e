export { type Actor, accountOf, publicActor, systemActor } from './actor.ts'
export { authMigrations } from './migrations/index.ts'
export {
  allPartnerships,
  type Partnership,
  partnershipById,
  partnershipBySlug,
  savePartnership,
  toldPartnership,
} from './partnership.ts'
export { partnershipProblems } from './partnership-problems.ts'
export { holdersOf, may, type Permission, permissions } from './permission.ts'
export { isRole, providerRoles, type Role, roleNames, staffRoles } from './role.ts'
export { secretsOf } from './secrets.ts'
export { actorFor, type SignedIn, signedInBy } from './session.ts'
export {
  cookiePrefix,
  rawCookie,
  secureCookies,
  sessionCookie,
  sessionCookieHeader,
  sessionHours,
  signedToken,
  signedValueIn,
  tokenIn,
} from './session-cookie.ts'
