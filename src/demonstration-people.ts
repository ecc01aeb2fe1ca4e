import { type Actor, type Partnership, type Role, systemActor } from './core/auth/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { demonstrationPerson } from './core/sign-in/index.ts'
import type { Id } from './core/values/index.ts'

type Provider = Extract<Actor, { kind: 'provider' }>

/** The invented people of a partnership who ask for care, place it, and agree to prices. */
export async function demonstrationStaff(
  database: Database,
  partnership: Partnership,
  at: Date,
): Promise<{ manager: Actor; broker: Actor; approver: Actor }> {
  const staff = async (role: Role): Promise<Actor> => {
    const { id } = await asActor(database, systemActor(), (db) =>
      demonstrationPerson(db, at, { partnership, role, organisation: null }),
    )
    return { kind: 'staff', accountId: id, partnershipId: partnership.id, roles: [role] }
  }
  return {
    manager: await staff('care-manager'),
    broker: await staff('broker'),
    approver: await staff('finance-officer'),
  }
}

/** The invented person of each provider, made when it is first wanted. */
export function demonstrationProviders(
  database: Database,
  partnership: Partnership,
  at: Date,
): (organisationId: Id) => Promise<Provider> {
  const known = new Map<Id, Provider>()
  return async (organisationId) => {
    const found = known.get(organisationId)
    if (found) return found
    const { id } = await asActor(database, systemActor(), (db) =>
      demonstrationPerson(db, at, { partnership, role: 'provider', organisation: organisationId }),
    )
    const actor: Provider = { kind: 'provider', accountId: id, organisationId, roles: ['provider'] }
    known.set(organisationId, actor)
    return actor
  }
}
