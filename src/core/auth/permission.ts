import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** What may be done; every route declares one. */
export type Permission = 'public.read' | 'public.health' | 'data.import' | 'settings.manage'

const granted: Record<Permission, 'everyone' | readonly Role[]> = {
  'public.read': 'everyone',
  'public.health': 'everyone',
  'data.import': ['commissioner', 'administrator'],
  'settings.manage': ['administrator'],
}

/** Whether an actor holds a permission: data, not code, so that the table of who may what can be shown. */
export function may(actor: Actor, permission: Permission): boolean {
  const roles = granted[permission]
  if (roles === 'everyone' || actor.kind === 'system') return true
  return actor.kind !== 'public' && actor.roles.some((role) => roles.includes(role))
}
