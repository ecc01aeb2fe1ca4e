import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { numbersKnown, successionsOf } from '../queries/succession.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'
import { type Succession, type SuccessionProblem, successionProblem } from '../succession.ts'

/** Which succession, and who tells of it. */
export interface NamedSuccession extends Succession {
  readonly regulator: Regulator
  /** The area whose services may be told of: that of the partnership; any when it is told by command. */
  readonly area?: string
  /** The account of whoever tells it; null when it is told by command. */
  readonly toldBy: Id | null
  readonly at: Date
}

/** A succession as it is told. */
export interface SuccessionTold extends NamedSuccession {
  /** The day from which the service goes on under the later number. */
  readonly on: IsoDate
  readonly note: string | null
}

/** Keeps that a service goes on under another number, as after a sale; or says what stands in the way, and keeps nothing. */
export async function tellSuccession(
  db: Db,
  actor: Actor,
  { regulator, area, number, earlierNumber, on, note, toldBy, at }: SuccessionTold,
): Promise<SuccessionProblem | undefined> {
  // Two told at once could make a circle between them.
  await sql`lock table register_succession in share row exclusive mode`.execute(registers(db))
  const known = await numbersKnown(db, regulator, [number, earlierNumber], area)
  const problem = successionProblem({
    number,
    earlierNumber,
    on,
    today: londonDate(at),
    later: known.get(number),
    earlier: known.get(earlierNumber),
    standing: await successionsOf(db, regulator),
  })
  if (problem) return problem
  await registers(db)
    .insertInto('register_succession')
    .values({ regulator, number, earlier_number: earlierNumber, on_date: on, note, told_at: at })
    .execute()
  await record(db, actor, at, {
    event: 'providers.succession-told',
    subject: { kind: 'registered-service', id: `${regulator} ${number}` },
    payload: { earlierNumber, on, note, toldBy },
  })
  return undefined
}

const notTold = () => notFound('This succession', 'It may have been taken back already.')

/** Takes back that a service goes on under another number; "not found" when that was not told. */
export async function takeBackSuccession(
  db: Db,
  actor: Actor,
  { regulator, area, number, earlierNumber, toldBy, at }: NamedSuccession,
): Promise<void> {
  const theirs = await successionsOf(db, regulator, area)
  if (!theirs.some((one) => one.number === number && one.earlierNumber === earlierNumber)) throw notTold()
  const { numDeletedRows } = await registers(db)
    .deleteFrom('register_succession')
    .where('regulator', '=', regulator)
    .where('number', '=', number)
    .where('earlier_number', '=', earlierNumber)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw notTold()
  await record(db, actor, at, {
    event: 'providers.succession-taken-back',
    subject: { kind: 'registered-service', id: `${regulator} ${number}` },
    payload: { earlierNumber, toldBy },
  })
}
