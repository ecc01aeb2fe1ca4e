import { sql } from 'kysely'
import { type Db, json, keptPlan } from '../../../core/db/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { citation, type Source, sourcesByKey } from '../../../evidence/index.ts'
import type { Opportunity } from '../opportunity.ts'
import { opportunityParts } from '../opportunity-part.ts'
import type { OpportunityOfFile } from '../read-opportunity.ts'
import { gaps } from '../schema.ts'

const columns = [
  'o.service_key',
  'o.part',
  'o.position',
  'o.text',
  'o.period',
  'o.source_key',
  'o.locus',
  'o.note',
] as const

/** What a partnership's documents tell the market, by service, part and position; one query where the caller has the sources. */
export async function opportunitiesOf(
  db: Db,
  partnershipId: Id,
  filter: { readonly service?: string } = {},
  known?: ReadonlyMap<string, Source>,
): Promise<Opportunity[]> {
  const rows = await gaps(db)
    .selectFrom('opportunity as o')
    .innerJoin('service_type as t', 't.key', 'o.service_key')
    .select(['o.id', ...columns, 't.name as service_name'])
    .where('o.partnership_id', '=', partnershipId)
    .$if(filter.service !== undefined, (some) => some.where('o.service_key', '=', filter.service ?? ''))
    .orderBy('t.position')
    .orderBy('o.position')
    .modifyEnd(keptPlan)
    .execute()
  const sources = known ?? (await sourcesByKey(db, [...new Set(rows.map((row) => row.source_key))]))
  return rows
    .flatMap((row): Opportunity[] => {
      const { id, part, position, text, period, note } = row
      const source = sources.get(row.source_key)
      const service = { key: row.service_key, name: row.service_name }
      return source ? [{ id, service, part, position, text, period, note, source: citation(source, row.locus) }] : []
    })
    .toSorted((a, b) => (a.service.key === b.service.key ? placeOf(a) - placeOf(b) : 0))
}

const placeOf = ({ part }: Opportunity): number => opportunityParts.indexOf(part)

/** A partnership's opportunities as an import compares them. */
export const standingOpportunities = (db: Db, partnershipId: Id): Promise<OpportunityOfFile[]> =>
  gaps(db).selectFrom('opportunity as o').select(columns).where('o.partnership_id', '=', partnershipId).execute()

/** Adds opportunities, or brings those that stand up to date under the same identifier. */
export async function saveOpportunities(db: Db, partnershipId: Id, rows: readonly OpportunityOfFile[]): Promise<void> {
  if (rows.length === 0) return
  const withIds = rows.map((row) => ({ id: newId(), ...row }))
  await sql`insert into opportunity (partnership_id, id, service_key, part, position, text, period, source_key, locus, note)
    select ${partnershipId}::uuid, g.id, g.service_key, g.part, g.position, g.text, g.period, g.source_key, g.locus, g.note
    from jsonb_to_recordset(${json(withIds)}) as g (id uuid, service_key text, part text, position integer, text text,
      period text, source_key text, locus text, note text)
    on conflict (partnership_id, service_key, part, position) do update set text = excluded.text,
      period = excluded.period, source_key = excluded.source_key, locus = excluded.locus, note = excluded.note`.execute(
    gaps(db),
  )
}
