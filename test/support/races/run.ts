import { sql } from 'kysely'
import { cancelRound } from '../../../src/brokerage/offers/commands/steer-round.ts'
import { ownerOf } from '../../../src/core/db/database.ts'
import { verifyLedger } from '../../../src/core/ledger/index.ts'
import type { Id } from '../../../src/core/values/index.ts'
import { type Brokerage, minutesOn } from '../brokerage.ts'
import { races } from './index.ts'

/** How races came out: how many of each kind, and what was wrong. */
interface RaceResult {
  readonly raced: Readonly<Record<string, number>>
  readonly wrong: readonly string[]
}

/** Runs so many races, each kind in turn, a lane in each world; then looks at everything that was written. */
export async function runRaces(worlds: readonly Brokerage[], count: number): Promise<RaceResult> {
  const raced: Record<string, number> = {}
  const wrong: string[] = []
  const kinds = Object.entries(races)
  let next = 0
  const lane = async (world: Brokerage) => {
    for (let number = next++; number < count; number = next++) {
      const [kind, race] = kinds[number % kinds.length] ?? []
      if (!kind || !race) return
      const problem = await race(world).catch((error: unknown) => `failed: ${String(error)}`)
      raced[kind] = (raced[kind] ?? 0) + 1
      await takeBackAll(world)
      if (problem) wrong.push(`${kind}: ${problem}`)
    }
  }
  await Promise.all(worlds.map(lane))
  for (const world of worlds) wrong.push(...(await leftBehind(world)))
  return { raced, wrong }
}

/** Takes back what a race left open, so that the next finds nothing due but its own. */
async function takeBackAll({ act, broker, database, partnership }: Brokerage): Promise<void> {
  const { rows } = await sql<{ packageId: Id; version: number }>`select r.package_id as "packageId", p.version
    from offer_round r join care_package p on p.partnership_id = r.partnership_id and p.id = r.package_id
    where r.partnership_id = ${partnership.id} and r.state in ('running', 'paused', 'approval')`.execute(
    ownerOf(database),
  )
  for (const { packageId, version } of rows)
    await act(
      (db) => cancelRound(db, broker, { partnershipId: partnership.id, packageId, version, at: minutesOn(200) }),
      broker,
    )
}

/** What does not fit in all that races wrote: placements without an acceptance, capacity miscounted, a broken chain. */
async function leftBehind(world: Brokerage): Promise<string[]> {
  const { partnership, database } = world
  const { rows } = await sql<{ accepted: number; placed: number; dangling: number; miscounted: number }>`select
      (select count(*)::int from offer where partnership_id = ${partnership.id} and state in ('accepted', 'part-accepted')) as accepted,
      (select count(*)::int from placement where partnership_id = ${partnership.id}) as placed,
      (select count(*)::int from offer o join offer_round r on r.partnership_id = o.partnership_id and r.id = o.round_id
        where o.partnership_id = ${partnership.id} and o.state in ('open', 'asked', 'proposed')
          and r.state in ('done', 'cancelled')) as dangling,
      (select count(*)::int from (
        select v.organisation_id, l.band, sum(l.minutes * l.carers) as given from placed_visit v
          join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
          where v.partnership_id = ${partnership.id} group by 1, 2) g
        left join capacity_cell c on c.partnership_id = ${partnership.id} and c.organisation_id = g.organisation_id
          and c.band = g.band and c.service_type_key = ${world.serviceType}
        where c.committed_minutes is distinct from g.given) as miscounted`.execute(ownerOf(database))
  const [counts] = rows
  const ledger = await world.act((db) => verifyLedger(db, partnership.id))
  return [
    ...(counts && counts.accepted === counts.placed
      ? []
      : [`${counts?.accepted} acceptances and ${counts?.placed} placements`]),
    ...(counts?.dangling === 0 ? [] : [`${counts?.dangling} offers open in rounds that are over`]),
    ...(counts?.miscounted === 0 ? [] : [`${counts?.miscounted} numbers of capacity that are not what is given`]),
    ...(ledger.ok ? [] : [`the ledger breaks at ${ledger.firstBroken}`]),
  ]
}
