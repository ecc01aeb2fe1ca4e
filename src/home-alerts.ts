import { may } from './core/auth/index.ts'
import { asActor } from './core/db/index.ts'
import type { HomeAlerts } from './core/sign-in/index.ts'
import { londonDate } from './core/values/index.ts'
import { contractPath, contractsPath, lateContracts } from './procurement/index.ts'

/** What is late and whose it is: contracts, for officers and for those who answer for them. */
export const homeAlerts: HomeAlerts = async (actor, { membership: { partnership } }, { database, clock }) => {
  if (!partnership || !may(actor, 'contracts.plan')) return []
  const on = londonDate(clock.now())
  const { contracts, total } = await asActor(database, actor, (db) => lateContracts(db, partnership, on))
  if (total === 0) return []
  const { slug } = partnership
  return [
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
