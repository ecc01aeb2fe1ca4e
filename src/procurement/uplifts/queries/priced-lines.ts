import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { invalid } from '../../../core/errors/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import { addDays, type Id, type IsoDate } from '../../../core/values/index.ts'
import { capRows } from '../../changes/queries/caps.ts'
import type { TermPiece } from '../../contract.ts'
import { grouped } from '../../queries/grouped.ts'
import { knownAt } from '../../queries/known-at.ts'
import type { Rate, RateLine } from '../../rate-line.ts'
import { lasting } from '../../rates/national-framework.ts'
import { tablePrices } from '../../rates/queries/national.ts'
import { procurement } from '../../schema/index.ts'
import { financialYears } from '../cost-over.ts'
import type { PricedContract, PricedLine } from '../priced-line.ts'
import type { UpliftScope } from '../uplift-terms.ts'

/** The most prices of one round. */
const most = 20_000

/** Every price in the scope of a round whose contract goes on after its first day, in seven queries at most. */
export async function pricedLines(
  db: Db,
  partnershipId: Id,
  scope: UpliftScope,
  from: IsoDate,
): Promise<readonly PricedLine[]> {
  const contracts = await contractsInScope(db, partnershipId, scope, from)
  const ids = [...contracts.keys()]
  if (ids.length === 0) return []
  const terms = await termsOf(db, partnershipId, ids)
  const lines = await linesOf(db, partnershipId, ids, scope.kind === 'lot' ? scope.lotId : null, from)
  if (lines.length > most)
    throw invalid('A round takes 20,000 prices at most.', 'Make one for each care group or contract.')
  const since = addDays(financialYears(from, 1)[0]?.from ?? from, -1)
  const rates = await ratesOf(db, partnershipId, ids, since)
  const lotIds = [...new Set(lines.flatMap(({ lotId, capped }) => (capped ? [lotId] : [])))]
  const caps = await capRows(db, partnershipId, lotIds)
  const table = await tableRates(db, lines, contracts)
  return lines.flatMap(({ contractId, lotNumber, lotName, capped, organisation, parties, ...line }) => {
    const contract = contracts.get(contractId)
    if (!contract) return []
    const { nationalFramework, ...priced } = contract
    return [
      {
        ...line,
        organisation,
        parties,
        contract: { ...priced, terms: terms.get(contractId) ?? [] },
        lot: { number: lotNumber, name: lotName, capped, caps: caps.get(line.lotId) ?? [] },
        rates:
          (line.basis === 'national'
            ? lasting(table.get(tableKey(nationalFramework, line.unit, line.level)) ?? [])
            : rates.get(line.id)) ?? [],
      },
    ]
  })
}

type FoundContract = Omit<PricedContract, 'terms'> & { readonly nationalFramework: string | null }

/** Awarded contracts of one's own that are in force on the first day or later; a partner's copies are the partner's to change. */
async function contractsInScope(
  db: Db,
  partnershipId: Id,
  scope: UpliftScope,
  from: IsoDate,
): Promise<ReadonlyMap<Id, FoundContract>> {
  const { rows } = await sql<FoundContract>`
    select * from (
      select distinct on (c.id) c.id, c.reference, c.version, d.title, d.care_groups as "careGroups",
        d.yearly_pence as "yearlyPence", d.national_framework_key as "nationalFramework"
      from contract c
      join contract_detail d on d.partnership_id = c.partnership_id and d.subject_id = c.id and ${knownAt('d', undefined)}
      where c.partnership_id = ${partnershipId} and c.stage = 'awarded' and c.shared_from_partnership is null
        and ${'contractId' in scope ? sql`c.id = ${scope.contractId}` : sql`true`}
        and exists (
          select 1 from contract_term t
          where t.partnership_id = c.partnership_id and t.subject_id = c.id and upper_inf(t.known)
            and t.state <> 'ended' and t.held && daterange(${from}::date, null)
        )
      order by c.id, d.held @> ${from}::date desc, abs(lower(d.held) - ${from}::date)
    ) found
    where ${narrowed(scope)}
    order by reference`.execute(procurement(db))
  // The drivers give a bigint as text or as a number.
  const pence = (stored: number | null) => (stored === null ? null : Number(stored))
  return new Map(rows.map((contract) => [contract.id, { ...contract, yearlyPence: pence(contract.yearlyPence) }]))
}

function narrowed(scope: UpliftScope): RawBuilder<boolean> {
  if (scope.kind === 'care-group') return sql`${scope.key} = any("careGroups")`
  if (scope.kind === 'national') return sql`"nationalFramework" = ${scope.key}`
  return sql`true`
}

async function termsOf(db: Db, partnershipId: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, TermPiece[]>> {
  const { rows } = await sql<Omit<TermPiece, 'from' | 'until'> & { subject_id: Id; held: string }>`
    select t.subject_id, t.held::text as held, t.state, t.origin, t.option_id as "optionId"
    from contract_term t
    where t.partnership_id = ${partnershipId} and t.subject_id = any(${ids}::uuid[]) and upper_inf(t.known)
    order by t.held`.execute(procurement(db))
  return grouped(rows, ({ subject_id, held, ...piece }) => [subject_id, { ...piece, ...periodFrom(held) }])
}

type FoundLine = Omit<RateLine, 'includes'> & {
  readonly contractId: Id
  readonly lotNumber: string
  readonly lotName: string
  readonly capped: boolean
  readonly organisation: string | null
  readonly parties: readonly Id[]
}

/** Lines of price lists, without those of providers who have left by then. */
async function linesOf(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  lotId: Id | null,
  from: IsoDate,
): Promise<readonly FoundLine[]> {
  const { rows } = await sql<FoundLine>`
    select l.id, l.contract_id as "contractId", l.lot_id as "lotId", l.organisation_id as "organisationId", l.basis,
      l.unit, l.visit_minutes as "visitMinutes", l.day_type as "dayType", l.level, l.yearly_units as "yearlyUnits",
      l.parties, o.number as "lotNumber", o.name as "lotName", o.capped, g.name as organisation
    from rate_line l
    join lot o on o.partnership_id = l.partnership_id and o.id = l.lot_id
    join contract c on c.partnership_id = l.partnership_id and c.id = l.contract_id
    left join organisation g on g.id = l.organisation_id
    where l.partnership_id = ${partnershipId} and l.contract_id = any(${ids}::uuid[])
      and ${lotId === null ? sql`true` : sql`l.lot_id = ${lotId}`}
      and not exists (
        select 1 from standing s
        where s.partnership_id = l.partnership_id and s.lot_id = l.lot_id and s.organisation_id = l.organisation_id
          and upper_inf(s.known) and s.held @> ${from}::date and s.state = 'left'
      )
    order by c.reference, o.position, g.name nulls first, l.unit, l.visit_minutes nulls first, l.day_type, l.level, l.id
    limit ${most + 1}`.execute(procurement(db))
  return rows
}

async function ratesOf(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  since: IsoDate,
): Promise<ReadonlyMap<Id, Rate[]>> {
  const { rows } = await sql<{ line: Id; held: string; pence: number }>`
    select r.subject_id as line, r.held::text as held, r.pence
    from rate r
    where r.partnership_id = ${partnershipId} and r.contract_id = any(${ids}::uuid[]) and upper_inf(r.known)
      and r.held && daterange(${since}::date, null)
    order by r.held`.execute(procurement(db))
  return grouped(rows, ({ line, held, pence }) => [line, { ...periodFrom(held), pence }])
}

const tableKey = (framework: string | null, unit: string, level: string): string => `${framework}|${unit}|${level}`

async function tableRates(
  db: Db,
  lines: readonly FoundLine[],
  contracts: ReadonlyMap<Id, FoundContract>,
): Promise<ReadonlyMap<string, Rate[]>> {
  const keys = lines
    .filter(({ basis }) => basis === 'national')
    .flatMap(({ contractId }) => contracts.get(contractId)?.nationalFramework ?? [])
  const prices = await tablePrices(db, [...new Set(keys)])
  return grouped(prices, ({ framework, unit, level, from, until, pence }) => [
    tableKey(framework, unit, level),
    { from, until, pence },
  ])
}
