import { type Actor, may, type Partnership } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { type MercatContext, type Sent, staffPartnership } from '../../core/http/index.ts'
import { type IsoDate, londonDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import { contractAt } from '../queries/contract.ts'

export { formSent, type Sent } from '../../core/http/index.ts'

/** What the Enter key means: to look for a provider whose letters were typed, else to save. */
export const meant = ({ asked, typed }: Sent): string => {
  if (asked !== 'enter') return asked
  const letters = typed.find?.[0]?.trim() ?? ''
  return letters !== '' && letters !== typed.found?.[0] ? 'find' : 'save'
}

/** The contract that an address names, as it holds on a day (today when left out), of the partnership of whoever asks; else "not found". */
export async function contractOf(
  db: Db,
  c: MercatContext,
  on: IsoDate = londonDate(c.var.clock.now()),
): Promise<{ partnership: Partnership; actor: Extract<Actor, { kind: 'staff' }>; contract: Contract }> {
  const { partnership, actor } = staffPartnership(c)
  const reference = c.req.param('reference') ?? ''
  const contract = await contractAt(db, partnership.id, { reference }, { on })
  if (contract?.stage !== 'awarded') throw notFound('This contract')
  return { partnership, actor, contract }
}

/** Works for whoever asks in one transaction. */
export const asAsker = <T>(c: MercatContext, work: (db: Db) => Promise<T>): Promise<T> =>
  asActor(c.var.database, c.var.actor, work)

/** Whether who asks may change contracts. */
export const mayWrite = (c: MercatContext): boolean => may(c.var.actor, 'contracts.write')
