import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** What may be done; every route declares one. */
export type Permission =
  | 'public.read'
  | 'public.health'
  /** The pages on which one signs in, is invited, or resets a password. */
  | 'sign-in.use'
  /** One's own account: who one is, sessions, second factor. */
  | 'account.own'
  | 'people.manage'
  /** The trail of sign-ins and rights. */
  | 'audit.read'
  | 'settings.manage'
  /** The list of messages that the product sent. */
  | 'mail.read'
  | 'data.import'
  | 'statement.write'
  | 'statement.publish'
  /** The contract register: who may be offered what, when, at what price. */
  | 'contracts.read'
  | 'contracts.write'
  /** To approve changes, each within the authority delegated to a role. */
  | 'contracts.approve'
  /** How dates are worked back: durations, committees. */
  | 'contracts.plan'
  /** Which role may approve what. */
  | 'contracts.delegate'
  | 'rates.uplift'
  /** To ask for a package of care for a person. */
  | 'packages.request'
  /** Packages with who they are for. */
  | 'packages.read'
  /** To send, pause and cancel offers, and what becomes of a package. */
  | 'packages.place'
  /** Prices above the limit of a rule. */
  | 'packages.approve'
  /** By which rule offers go out. */
  | 'rules.read'
  | 'rules.write'
  /** What would become of everyone if a provider closed: to read it, and to try it out and keep the plan for it. */
  | 'drills.read'
  | 'drills.run'
  /** Past care under other lots, ranks, prices or hours. */
  | 'lots.replay'
  /** A person's data: to have it exported or erased. */
  | 'people.data'
  /** What a provider sees of itself, in all partnerships. */
  | 'provider.own'

const granted: Record<Permission, 'everyone' | 'signed-in' | readonly Role[]> = {
  'public.read': 'everyone',
  'public.health': 'everyone',
  'sign-in.use': 'everyone',
  'account.own': 'signed-in',
  'people.manage': ['administrator'],
  'audit.read': ['administrator'],
  'settings.manage': ['administrator'],
  'mail.read': ['administrator'],
  'data.import': ['commissioner', 'contracts-officer', 'administrator'],
  'statement.write': ['commissioner'],
  'statement.publish': ['commissioner'],
  'contracts.read': [
    'contracts-officer',
    'commissioner',
    'broker',
    'care-manager',
    'finance-officer',
    'quality-officer',
    'adviser',
    // Who delegates approving reads what is delegated.
    'administrator',
  ],
  'contracts.write': ['contracts-officer'],
  'contracts.approve': ['contracts-officer', 'commissioner', 'finance-officer'],
  'contracts.plan': ['contracts-officer', 'commissioner'],
  'contracts.delegate': ['commissioner', 'administrator'],
  'rates.uplift': ['contracts-officer', 'finance-officer'],
  'packages.request': ['care-manager', 'broker'],
  'packages.read': ['care-manager', 'broker'],
  'packages.place': ['broker'],
  'packages.approve': ['finance-officer', 'commissioner'],
  'rules.read': ['broker', 'care-manager', 'contracts-officer', 'commissioner', 'quality-officer', 'finance-officer'],
  'rules.write': ['contracts-officer'],
  'drills.read': ['quality-officer', 'contracts-officer', 'broker'],
  'drills.run': ['quality-officer'],
  'lots.replay': ['commissioner', 'contracts-officer'],
  'people.data': ['administrator'],
  'provider.own': ['provider'],
}

/** Every permission there is. */
export const permissions = Object.keys(granted) as readonly Permission[]

/** Who holds a permission: everyone, everyone who is signed in, or these roles. */
export const holdersOf = (permission: Permission): 'everyone' | 'signed-in' | readonly Role[] => granted[permission]

/** Whether an actor holds a permission: data, not code, so that the table of who may what can be shown. */
export function may(actor: Actor, permission: Permission): boolean {
  const roles = granted[permission]
  if (roles === 'everyone' || actor.kind === 'system') return true
  if (actor.kind === 'public') return false
  return roles === 'signed-in' || actor.roles.some((role) => roles.includes(role))
}
