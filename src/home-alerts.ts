import { brokerageAlerts } from './brokerage/index.ts'
import { may, systemActor } from './core/auth/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { type HomeAlerts, providerPeoplePath, waitingInvitations } from './core/sign-in/index.ts'
import { type Clock, type Id, londonDate } from './core/values/index.ts'
import { contractPath, contractsPath, lateContracts } from './procurement/index.ts'

/** What presses and whose it is: packages for those who place them, prices to approve, contracts that are late. */
export const homeAlerts: HomeAlerts = async (actor, { membership: { partnership } }, { database, clock }) => {
  if (actor.kind === 'provider') return waitingPeople(database, clock, actor.organisationId)
  if (!partnership || actor.kind !== 'staff') return []
  const now = clock.now()
  const care = await asActor(database, actor, (db) => brokerageAlerts(db, actor, { partnership, now }))
  if (!may(actor, 'contracts.plan')) return care
  const on = londonDate(now)
  const { contracts, total } = await asActor(database, actor, (db) => lateContracts(db, partnership, on))
  if (total === 0) return care
  const { slug } = partnership
  return [
    ...care,
    {
      heading: total === 1 ? 'One contract is late' : `${total} contracts are late`,
      items: contracts.map(({ reference, title, decision }) => ({
        text: title,
        href: contractPath(slug, reference),
        flag: decision.heading,
        hint: decision.detail,
      })),
      more:
        total > contracts.length
          ? { text: `All ${total}, in the register of contracts`, href: `${contractsPath(slug)}?show=late` }
          : undefined,
    },
  ]
}

/** Who was invited to act for a provider and waits for its people. */
async function waitingPeople(database: Database, clock: Clock, organisationId: Id): ReturnType<HomeAlerts> {
  // Invitations are the partnerships'; the product reads those to this organisation.
  const waiting = await asActor(database, systemActor(), (db) => waitingInvitations(db, organisationId, clock.now()))
  if (waiting.length === 0) return []
  const heading = waiting.length === 1 ? 'Someone waits to act for you' : `${waiting.length} people wait to act for you`
  const items = waiting.slice(0, 5).map(({ name, inviting }) => ({
    text: name,
    href: providerPeoplePath(),
    flag: 'Agree or refuse',
    hint: `Invited by ${inviting}.`,
  }))
  return [{ heading, items, more: undefined }]
}
