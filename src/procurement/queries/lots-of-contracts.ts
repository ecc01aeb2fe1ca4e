import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Lot, Standing } from '../contract.ts'
import type { Rate } from '../rate-line.ts'
import { procurement } from '../schema/index.ts'
import { grouped } from './grouped.ts'
import { knownAt } from './known-at.ts'

/** The lots of contracts with everyone who stands or stood in them and every price, as known at an instant (now when left out). */
export async function lotsOfContracts(
  db: Db,
  partnershipId: Id,
  contractIds: readonly Id[],
  known: Date | undefined,
): Promise<Map<Id, Lot[]>> {
  const rows = await procurement(db)
    .selectFrom('lot as l')
    .select(['l.id', 'l.contract_id', 'l.number', 'l.name', 'l.service_type_key as serviceType'])
    .select(['l.needs_lead as needsLead', 'l.capped', 'l.registered'])
    .select(
      sql<string[]>`array(select distinct a.area_code from lot_area a
        where a.partnership_id = l.partnership_id and a.lot_id = l.id order by a.area_code)`.as('areas'),
    )
    .where('l.partnership_id', '=', partnershipId)
    .where('l.contract_id', 'in', contractIds)
    .orderBy('l.position')
    .execute()
  const standings = await standingsOf(db, partnershipId, contractIds, known)
  const lines = await rateLinesOf(db, partnershipId, contractIds, known)
  return grouped(rows, ({ contract_id, ...lot }) => [
    contract_id,
    { ...lot, standings: standings.get(lot.id) ?? [], rateLines: lines.get(lot.id) ?? [] },
  ])
}

const rolesInOrder = sql`array_position(array['lead', 'fallback', 'framework', 'additional'], s.role)`

async function standingsOf(
  db: Db,
  partnershipId: Id,
  contractIds: readonly Id[],
  known: Date | undefined,
): Promise<Map<Id, Standing[]>> {
  const rows = await sql<Omit<Standing, 'from' | 'until'> & { lot_id: Id; held: string }>`
    select s.lot_id, s.held::text as held, s.subject_id as "lotProviderId", s.organisation_id as "organisationId",
      o.name as organisation, s.role, s.rank, s.state
    from standing s join organisation o on o.id = s.organisation_id
    where s.partnership_id = ${partnershipId} and s.contract_id = any(${contractIds}::uuid[]) and ${knownAt('s', known)}
    order by ${rolesInOrder}, s.rank nulls last, o.name, s.held`.execute(procurement(db))
  return grouped(rows.rows, ({ lot_id, held, ...standing }) => [lot_id, { ...standing, ...periodFrom(held) }])
}

async function rateLinesOf(
  db: Db,
  partnershipId: Id,
  contractIds: readonly Id[],
  known: Date | undefined,
): Promise<Map<Id, Lot['rateLines'][number][]>> {
  const rows = await procurement(db)
    .selectFrom('rate_line as l')
    .leftJoin('rate as r', (join) =>
      join
        .onRef('r.partnership_id', '=', 'l.partnership_id')
        .onRef('r.contract_id', '=', 'l.contract_id')
        .onRef('r.subject_id', '=', 'l.id')
        .on(knownAt('r', known)),
    )
    .select(['l.id', 'l.lot_id as lotId', 'l.organisation_id as organisationId', 'l.basis', 'l.unit', 'l.level'])
    .select(['l.visit_minutes as visitMinutes', 'l.day_type as dayType', 'l.includes', 'l.yearly_units as yearlyUnits'])
    .select(['r.held', 'r.pence'])
    .where('l.partnership_id', '=', partnershipId)
    .where('l.contract_id', 'in', contractIds)
    .orderBy('l.unit')
    .orderBy('l.visit_minutes', (order) => order.asc().nullsFirst())
    .orderBy('l.id')
    .orderBy('r.held')
    .execute()
  const lines = new Map<Id, Lot['rateLines'][number] & { readonly rates: Rate[]; readonly lotId: Id }>()
  for (const { held, pence, ...line } of rows) {
    const rates = lines.get(line.id)?.rates ?? []
    if (held !== null && pence !== null) rates.push({ ...periodFrom(held), pence })
    // A line has no time of its own: one that was made later has no price yet, unless a national table has it.
    if (rates.length > 0 || line.basis === 'national') lines.set(line.id, { ...line, rates })
  }
  return grouped([...lines.values()], (line) => [line.lotId, line])
}
