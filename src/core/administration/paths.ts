import type { SettingsSection } from '../settings/index.ts'
import type { Id } from '../values/index.ts'

/** The pages on which administrators work. */
export const adminPaths = {
  home: '/admin',
  people: '/admin/people',
  invite: '/admin/people/invite',
  invitations: '/admin/invitations',
  audit: '/admin/audit',
  auditFile: '/admin/audit.csv',
  permissions: '/admin/permissions',
  mail: '/admin/mail',
  settings: '/admin/settings',
} as const

/** One person's page. */
export const personPath = (membershipId: Id): string => `${adminPaths.people}/${membershipId}`

/** Where ending somebody's access is confirmed. */
export const endPath = (membershipId: Id): string => `${personPath(membershipId)}/end`

/** Where one section of the settings is changed. */
export const sectionPath = (section: SettingsSection): string => `${adminPaths.settings}/${section}`
