import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { invalid } from '../../../core/errors/index.ts'
import { addDays, type Id } from '../../../core/values/index.ts'
import { distancesTo } from '../../../places/index.ts'
import { inRegister } from '../../../providers/index.ts'
import { londonMidnight } from '../../rules/london-midnight.ts'
import type { PastRound } from '../../rules/past-round.ts'
import { pastRounds } from '../../rules/queries/past-rounds.ts'
import { ruleVersion } from '../../rules/queries/rule.ts'
import { brokerage } from '../../schema/index.ts'
import type { PastAnswers } from '../answers.ts'
import { type MachineAsked, mostRounds } from '../machine-asked.ts'
import { type MachineInput, type MachineRound, machineRounds } from '../past-care.ts'

/** How many rounds are read at a time. */
const atOnce = 100

/** Days before the end of a period whose answers say how a provider answers. */
const answerDays = 364

/** All that a replay is worked out from. A number of queries that grows with the areas, and with every hundred rounds. */
export async function machineInput(db: Db, partnershipId: Id, asked: MachineAsked): Promise<MachineInput> {
  const { service, from, to, ruleVersionId, swaps, capacity, priceCap, openLots } = asked
  const rule = ruleVersionId === null ? null : await ruleVersion(db, partnershipId, ruleVersionId)
  if (rule === undefined) throw invalid('This version of a rule is not there any more.')
  const past = await roundsOfPeriod(db, partnershipId, asked)
  const areas = await areasOfPackages(
    db,
    partnershipId,
    past.map(({ reference }) => reference),
  )
  const { rules, rounds } = machineRounds(past, areas)
  if (rounds.length === 0) throw invalid('No round of offers of this service went to its end in these days.')
  const open = await openRounds(db, partnershipId, asked)
  return {
    rules,
    rounds: await withDistances(db, service, rounds),
    answers: await pastAnswers(db, partnershipId, service, {
      from: londonMidnight(addDays(to < from ? from : to, -answerDays)),
      to: londonMidnight(to, 1),
    }),
    changes: { rule, swaps, capacity, priceCap, openLots },
    seeds: Array.from({ length: asked.seeds }, (_, at) => asked.seed + at),
    leftOut: open + past.length - rounds.length,
  }
}

/** The rounds of a period that are over, as many as are gone through. */
async function roundsOfPeriod(db: Db, partnershipId: Id, { service, from, to }: MachineAsked): Promise<PastRound[]> {
  const rounds: PastRound[] = []
  while (rounds.length < mostRounds) {
    const some = await pastRounds(db, partnershipId, {
      serviceType: service,
      from: londonMidnight(from),
      to: londonMidnight(to, 1),
      after: rounds.at(-1),
      limit: Math.min(atOnce, mostRounds - rounds.length),
    })
    rounds.push(...some)
    if (some.length < atOnce) break
  }
  return rounds
}

/** In which area each of some packages is wanted. */
export async function areasOfPackages(
  db: Db,
  partnershipId: Id,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map()
  const rows = await brokerage(db)
    .selectFrom('care_package')
    .select(['reference', 'area_code'])
    .where('partnership_id', '=', partnershipId)
    .where('reference', 'in', [...new Set(references)])
    .execute()
  return new Map(rows.map((row) => [row.reference, row.area_code]))
}

async function openRounds(db: Db, partnershipId: Id, { service, from, to }: MachineAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count
    from offer_round r join care_package p on p.partnership_id = ${partnershipId} and p.id = r.package_id
    where r.partnership_id = ${partnershipId} and r.state in ('running', 'paused', 'approval')
      and p.service_type_key = ${service} and r.opened_at >= ${londonMidnight(from).toISOString()}::timestamptz
      and r.opened_at < ${londonMidnight(to, 1).toISOString()}::timestamptz`.execute(brokerage(db))
  return rows[0]?.count ?? 0
}

/** What each provider said to offers of a service that were sent between two instants and were answered, or lapsed. */
async function pastAnswers(
  db: Db,
  partnershipId: Id,
  service: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<PastAnswers[]> {
  const { rows } = await sql<PastAnswers>`select o.organisation_id as "organisationId", count(*)::integer as asked,
      (count(*) filter (where o.accepted_minutes >= o.weekly_minutes))::integer as whole,
      (count(*) filter (where o.accepted_minutes between 1 and o.weekly_minutes - 1))::integer as part,
      coalesce(sum(o.accepted_minutes) filter (where o.accepted_minutes < o.weekly_minutes), 0)::integer as "partMinutes",
      coalesce(sum(o.weekly_minutes) filter (where o.accepted_minutes between 1 and o.weekly_minutes - 1), 0)::integer as "partAskedMinutes"
    from offer o join care_package p on p.partnership_id = ${partnershipId} and p.id = o.package_id
    where o.partnership_id = ${partnershipId} and p.service_type_key = ${service}
      and o.state in ('accepted', 'part-accepted', 'declined', 'lapsed')
      and o.sent_at >= ${from.toISOString()}::timestamptz and o.sent_at < ${to.toISOString()}::timestamptz
    group by o.organisation_id order by o.organisation_id`.execute(brokerage(db))
  return rows
}

/** Rounds with the distance of each who might be asked, where boundaries and places are known; a rule without distances had none read. */
async function withDistances(db: Db, service: string, rounds: readonly MachineRound[]): Promise<MachineRound[]> {
  const ids = [...new Set(rounds.flatMap(({ candidates }) => candidates.map(({ organisationId }) => organisationId)))]
  const places = new Map([...(await inRegister(db, ids, service))].map(([id, of]) => [id, of.places]))
  const codes = [...new Set([...places.values()].flat())]
  const byArea = new Map<string, ReadonlyMap<string, number>>()
  for (const area of new Set(rounds.map((round) => round.area))) byArea.set(area, await distancesTo(db, area, codes))
  return rounds.map((round) => ({
    ...round,
    candidates: round.candidates.map((one) => {
      const metres = (places.get(one.organisationId) ?? []).flatMap((code) => byArea.get(round.area)?.get(code) ?? [])
      return one.distance !== null || metres.length === 0 ? one : { ...one, distance: Math.min(...metres) }
    }),
  }))
}
