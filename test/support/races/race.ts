import { sql } from 'kysely'
import type { Offer } from '../../../src/brokerage/offer.ts'
import type { Answer } from '../../../src/brokerage/offers/answer.ts'
import { ownerOf } from '../../../src/core/db/database.ts'
import { addDays, type Id, londonDate } from '../../../src/core/values/index.ts'
import { type Brokerage, monday } from '../brokerage.ts'

/** What came of one who raced: done, or why not. */
export interface Came {
  readonly outcome: 'done' | 'refused'
  readonly because?: string
}

/** A race: says what is wrong with how it came out, or nothing. */
export type Race = (world: Brokerage) => Promise<string | undefined>

export const start = addDays(londonDate(monday), 3)

export const answer = (world: Brokerage, offer: Offer, what: Answer, at?: Date): Promise<Came> =>
  world.answer(offer, what, at)

export const accept = (world: Brokerage, offer: Offer, at?: Date): Promise<Came> =>
  world.answer(offer, { kind: 'accept', startOn: start }, at)

/** A package with offers out, from a step on. */
export async function offered(world: Brokerage, fromStep?: number) {
  const asked = await world.askPackage()
  const opened = await world.open(asked, { fromStep })
  if (opened.outcome !== 'done') throw new Error(`No offers went out: ${opened.because}`)
  return { package: await world.package(asked.id), offers: await world.offers(asked.id) }
}

export const placementsOf = async (world: Brokerage, packageId: Id): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from placement
    where partnership_id = ${world.partnership.id} and package_id = ${packageId}`.execute(ownerOf(world.database))
  return rows[0]?.count ?? 0
}

export const toldOf = async (world: Brokerage, packageId: Id, event: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger_entry
    where partnership_id = ${world.partnership.id} and subject_id = ${packageId} and event = ${event}`.execute(
    ownerOf(world.database),
  )
  return rows[0]?.count ?? 0
}

export const doneOf = (came: readonly Came[]): number => came.filter(({ outcome }) => outcome === 'done').length
export const said = (came: readonly Came[]): string =>
  came.map(({ outcome, because }) => because ?? outcome).join(' and ')
export const one = <T>(found: readonly T[]): T => {
  const [first] = found
  if (first === undefined) throw new Error('Nothing was offered.')
  return first
}
