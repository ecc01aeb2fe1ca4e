import { type Role, roleNames } from '../../auth/index.ts'

/** Roles as people say them, with the organisation where they act for one. */
export const roleWords = (roles: readonly Role[], organisation?: string): string =>
  organisation ? `${roleNames.provider}: ${organisation}` : roles.map((role) => roleNames[role]).join(', ')
