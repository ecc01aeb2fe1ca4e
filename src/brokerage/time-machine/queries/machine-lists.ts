import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Choice } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { roleWords } from '../../../procurement/index.ts'
import { londonMidnight } from '../../rules/london-midnight.ts'
import { keptRules } from '../../rules/queries/kept-rules.ts'
import { pastRounds } from '../../rules/queries/past-rounds.ts'
import { brokerage } from '../../schema/index.ts'
import { areasOfPackages } from './machine-input.ts'

/** A period of past care. */
export interface PastPeriod {
  readonly service: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Kinds of service of which rounds of offers went to their end, by name. */
export async function pastServices(db: Db, partnershipId: Id): Promise<Choice[]> {
  const { rows } = await sql<Choice>`select t.key as value, t.name as text from service_type t
    where exists (select from care_package p
      join offer_round r on r.partnership_id = ${partnershipId} and r.package_id = p.id and r.state = 'done'
      where p.partnership_id = ${partnershipId} and p.service_type_key = t.key)
    order by t.position`.execute(brokerage(db))
  return rows
}

/** What the past of a service lets one change: places in lots, whose hours, where, and by which rule. */
export interface MachineLists {
  /** Rounds of the period that are over. */
  readonly rounds: number
  /** `lot organisation`, each with its place. */
  readonly places: readonly Choice[]
  readonly providers: readonly Choice[]
  readonly areas: readonly Choice[]
  readonly rules: readonly Choice[]
}

/** Of so many rounds the lists are made; the places of those after them are the same but for a change of the contract. */
const mostLooked = 100

/** What can be changed of a period, as its rounds saw it. Six queries. */
export async function machineLists(
  db: Db,
  partnershipId: Id,
  { service, from, to }: PastPeriod,
): Promise<MachineLists> {
  const days = { from: londonMidnight(from), to: londonMidnight(to, 1) }
  const { rows } = await sql<{ rounds: number }>`select count(*)::integer as rounds
    from offer_round r join care_package p on p.partnership_id = ${partnershipId} and p.id = r.package_id
    where r.partnership_id = ${partnershipId} and r.state = 'done' and p.service_type_key = ${service}
      and r.opened_at >= ${days.from.toISOString()}::timestamptz
      and r.opened_at < ${days.to.toISOString()}::timestamptz`.execute(brokerage(db))
  const past = await pastRounds(db, partnershipId, { serviceType: service, ...days, limit: mostLooked })
  const places = new Map<string, Choice>()
  const providers = new Map<Id, string>()
  for (const { organisationId, organisation, place } of past.flatMap(
    (one) => one.decisions[0]?.input.candidates ?? [],
  )) {
    providers.set(organisationId, organisation)
    if (!place) continue
    const stands = [roleWords[place.role].toLowerCase(), place.rank && `rank ${place.rank}`].filter(Boolean).join(', ')
    const value = `${place.lotId} ${organisationId}`
    places.set(value, { value, text: `${place.lot}: ${organisation} (${stands})` })
  }
  const areas = await areasOfPackages(
    db,
    partnershipId,
    past.map(({ reference }) => reference),
  )
  return {
    rounds: rows[0]?.rounds ?? 0,
    places: byText([...places.values()]),
    providers: byText([...providers].map(([value, text]) => ({ value, text }))),
    areas: await areaChoices(db, [...new Set(areas.values())]),
    rules: (await keptRules(db, partnershipId))
      .filter(({ serviceType }) => serviceType.key === service)
      .flatMap(({ name, versions }) =>
        versions.map((one) => ({
          value: one.versionId,
          text: `${name}, version ${one.version}, from ${longDate(one.from)}`,
        })),
      ),
  }
}

const byText = (choices: readonly Choice[]): Choice[] =>
  choices.toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB', { numeric: true }))

async function areaChoices(db: Db, codes: readonly string[]): Promise<Choice[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<Choice>`select code as value, name as text from area
    where code = any(${codes}::text[]) order by name, code`.execute(brokerage(db))
  return rows
}
