import { isRole, roleNames } from '../../auth/index.ts'
import type { TrailEntry } from '../../sign-in/index.ts'

/** What an entry of the trail says, without whose page it stands on: "Changed roles to Broker, by Aila Example". */
export function trailWords({ kind, words, byName, subjectName, browser, address, roles }: TrailEntry): string {
  if (kind === 'door') return [words, browser, address && `from ${address}`].filter(Boolean).join(', ')
  const what = roles ? `${words}: ${rolesInWords(roles)}` : words
  const who = byName && byName !== subjectName ? `, by ${byName}` : byName ? '' : ', by a command on the machine'
  return what + who
}

/** Roles of an entry, also such as a later release no longer knows. */
export const rolesInWords = (roles: readonly string[]): string =>
  roles.map((role) => (isRole(role) ? roleNames[role] : role)).join(', ')
