import { type RawBuilder, sql } from 'kysely'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import { type Id, newId } from '../../src/core/values/index.ts'

/** What the invented contracts are made of. */
export interface MadeUpContracts {
  readonly partnershipId: Id
  readonly contracts: number
  readonly at: Date
}

/**
 * Writes invented contracts straight into the tables, as years of work would have left them: each with a lot, three
 * providers, what is said of it in two stretches of which the later was corrected, a term, and mostly an open option.
 */
export async function writeMadeUpContracts(
  database: Database,
  { partnershipId, contracts, at }: MadeUpContracts,
): Promise<void> {
  const organisations = Array.from({ length: 100 }, (_, n) => ({
    id: newId(),
    name: `Example Bench Care ${n + 1} Ltd`,
  }))
  const p = sql`${partnershipId}::uuid`
  const now = sql`${at.toISOString()}::timestamptz`
  const first = sql`${now} - interval '900 days'`
  const known = sql`tstzrange(${first}, null)`
  const begins = sql`date '2019-04-01' + (n * 7 % 3000)`
  const ends = sql`${begins} + 1095 + n % 5 * 365`
  const owner = ownerOf(database)
  await owner.transaction().execute(async (tx) => {
    for (const statement of [
      sql`insert into organisation (id, name, created_at)
        select (o->>'id')::uuid, o->>'name', ${now} from json_array_elements(${JSON.stringify(organisations)}::json) o`,
      sql`create temporary table made (n integer, c uuid, x uuid, l uuid) on commit drop`,
      sql`insert into made select n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid()
        from generate_series(1, ${contracts}::int) n`,
      sql`insert into contract (partnership_id, id, reference, version, stage, moved_years, created_at)
        select ${p}, c, 'XX-CON-' || lpad(n::text, 5, '0'), 1, 'awarded', 0, ${now} from made`,
      sql`insert into contract_change (partnership_id, id, contract_id, kind, state, base_version, version, effective_on,
          reason, asked, value_pence, proposed_at, decided_at)
        select ${p}, x, c, 'import', 'applied', 0, 1, ${begins}, 'Made up', '{}', 0, ${first}, ${first} from made`,
      detail(p, { from: begins, until: sql`${begins} + 700`, known, title: sql`'Service ' || n` }),
      detail(p, {
        from: sql`${begins} + 700`,
        until: sql`null`,
        known: sql`tstzrange(${first}, ${now} - interval '100 days')`,
        title: sql`'Service ' || n`,
      }),
      detail(p, {
        from: sql`${begins} + 700`,
        until: sql`null`,
        known: sql`tstzrange(${now} - interval '100 days', null)`,
        title: sql`'Service ' || n || ', renamed'`,
      }),
      sql`insert into contract_term (partnership_id, id, subject_id, held, known, state, origin, change_id)
        select ${p}, gen_random_uuid(), c, daterange(${begins}, ${ends}), ${known}, 'agreed', 'initial', x from made`,
      sql`insert into extension_option (partnership_id, id, contract_id, position, days, decide_by, decision, known_from, change_id)
        select ${p}, gen_random_uuid(), c, 1, daterange(${ends}, ${ends} + 365), ${ends} - 180, 'open', ${first}, x
        from made where n % 3 > 0`,
      sql`insert into lot (partnership_id, id, contract_id, position, number, name, needs_lead, capped, registered)
        select ${p}, l, c, 1, '', '', false, false, false from made`,
      sql`create temporary table stands (l uuid, c uuid, x uuid, o uuid, s uuid, w uuid, begins date) on commit drop`,
      sql`insert into stands select l, c, x, (${organisations.map(({ id }) => id)}::uuid[])[1 + (n * 7 + k * 31) % 100],
        gen_random_uuid(), gen_random_uuid(), ${begins} from made, generate_series(1, 3) k`,
      sql`insert into placement_gate (partnership_id, id, organisation_id, kind, during, reason)
        select ${p}, w, o, 'award', tstzrange(${now}, ${now}, '[]'), 'Made up' from stands`,
      sql`insert into lot_provider (partnership_id, id, lot_id, contract_id, organisation_id)
        select ${p}, s, l, c, o from stands`,
      sql`insert into standing (partnership_id, id, subject_id, held, known, contract_id, lot_id, organisation_id, role,
          state, registered, award_id, change_id)
        select ${p}, gen_random_uuid(), s, daterange(begins, null), ${known}, c, l, o, 'framework', 'active', false, w, x
        from stands`,
    ]) {
      await statement.execute(tx)
    }
  })
  await sql`analyze`.execute(owner)
}

interface Said {
  readonly from: RawBuilder<unknown>
  readonly until: RawBuilder<unknown>
  readonly known: RawBuilder<unknown>
  readonly title: RawBuilder<unknown>
}

/** What is said of the contracts over some days, as it was known for a time. */
const detail = (p: RawBuilder<unknown>, { from, until, known, title }: Said): RawBuilder<unknown> =>
  sql`insert into contract_detail (partnership_id, id, subject_id, held, known, title, kind, care_groups, decided_by,
      allocation, monitoring, yearly_pence, yearly_basis, note, change_id)
    select ${p}, gen_random_uuid(), c, daterange(${from}, ${until}), ${known}, ${title},
      (array['framework', 'block', 'spot', 'mixed', 'grant'])[1 + n % 5],
      array[(array['older-people', 'learning-disability', 'mental-health'])[1 + n % 3]], 'partnership', '', '',
      nullif(n % 10, 0) * 1234567::bigint, 'spend', '', x from made`
