import { type Kysely, sql } from 'kysely'
import type { CarePackage } from '../../src/brokerage/care-package.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import type { Brokerage } from '../../test/support/brokerage.ts'

/** How much care is placed and to be placed, and how much was offered before. */
export interface BrokerageSize {
  /** Packages that are not over, whatever their state. */
  readonly packages: number
  /** Of these, those that stand on the desk: with providers, to be sent, and without a step left. */
  readonly offering: number
  readonly waiting: number
  readonly unmet: number
  readonly providers: number
  readonly pastOffers: number
}

/** Days over which what was offered before is spread. */
const days = 730

/** Fills a partnership's brokerage from one package that was offered in the ordinary way; written at once, by the owner. */
export async function makeBrokerage(database: Database, world: Brokerage, size: BrokerageSize): Promise<void> {
  const model = await world.askPackage({ readyAt: new Date(world.at.getTime() - 86_400_000) })
  await world.open(model)
  // On one connection, and without looking up each row that another names: they are made together.
  await ownerOf(database)
    .connection()
    .execute(async (owner) => {
      await sql`set session_replication_role = replica`.execute(owner)
      await fill(owner, world, size, model)
      await sql`set session_replication_role = origin`.execute(owner)
    })
}

async function fill(owner: Kysely<unknown>, world: Brokerage, size: BrokerageSize, model: CarePackage): Promise<void> {
  const { packages, offering, waiting, unmet, providers, pastOffers } = size
  const { id: partnership } = world.partnership
  const at = `timestamptz '${world.at.toISOString()}'`
  const run = (text: string) => sql.raw(text).execute(owner)
  await run(`insert into organisation (id, name, created_at)
    select gen_random_uuid(), 'Made-up provider ' || n, now() from generate_series(1, ${providers}) n`)
  await run(`create table bench_made as select gen_random_uuid() as package_id, gen_random_uuid() as person_id,
      gen_random_uuid() as round_id, gen_random_uuid() as spell_id, n, case when n <= ${offering} then 'offering'
        when n <= ${offering + waiting} then 'waiting' when n <= ${offering + waiting + unmet} then 'unmet'
        else 'placed' end as state
      from generate_series(1, ${packages}) n`)
  await run('create unique index on bench_made (n)')
  await run(`insert into person (partnership_id, id, reference, own_reference, created_at, erased_at)
    select '${partnership}', person_id, 'MADE-PER-' || n, null, now(), null from bench_made`)
  const copy = (table: string, over: Record<string, string>, from: string) => copied(owner, table, over, from)
  const of = (table: string, key = 'package_id') => `(select * from ${table} where ${key} = '${model.id}' limit 1) t`
  await copy(
    'care_package',
    {
      id: 'm.package_id',
      person_id: 'm.person_id',
      request_id: 'm.package_id',
      reference: `'MADE-PKG-' || m.n`,
      state: 'm.state',
      origin: `case when m.n % 4 = 0 then 'hospital' else 'community' end`,
      needs: `case when m.n % 3 = 0 then array['dementia', 'hoist'] else array['meals'] end`,
      ready_at: `${at} - make_interval(mins => m.n % 20000)`,
      unplaced_minutes: `case when m.state = 'placed' then 0 else 420 end`,
      review_on: `case when m.state = 'unmet' and m.n % 2 = 0 then (${at})::date + 7 end`,
    },
    `bench_made m cross join ${of('care_package', 'id')}`,
  )
  await copy(
    'package_line',
    { id: 'gen_random_uuid()', package_id: 'm.package_id' },
    `bench_made m cross join (select * from package_line where package_id = '${model.id}') t`,
  )
  // Whatever is not waiting has had its round; that of a package with providers is under way.
  await copy(
    'offer_round',
    {
      id: 'm.round_id',
      package_id: 'm.package_id',
      state: `case when m.state = 'offering' then 'running' else 'done' end`,
      outcome: `case m.state when 'offering' then null when 'unmet' then 'unmet' else 'placed' end`,
      closed_at: `case when m.state = 'offering' then null else ${at} - make_interval(hours => m.n % ${days * 24}) end`,
    },
    `bench_made m cross join ${of('offer_round')}`,
  )
  const offer = {
    id: 'gen_random_uuid()',
    package_id: 'm.package_id',
    round_id: 'm.round_id',
    contract_id: 'null',
    lot_id: 'null',
    remind_at: 'null',
  }
  await copy(
    'offer',
    {
      ...offer,
      reference: `'MADE-OPEN-' || m.n`,
      sent_at: at,
      due_at: `${at} + make_interval(mins => 30 + m.n % 300)`,
    },
    `bench_made m cross join ${of('offer')} where m.state = 'offering'`,
  )
  const indexes = await dropIndexes(owner, 'offer')
  const past = Math.max(1, Math.round(pastOffers / packages))
  const ended = `${at} - make_interval(mins => (m.n * 7919 + g * 104729) % ${days * 1440})`
  const accepted = `m.state = 'placed' and g = 1`
  await copy(
    'offer',
    {
      ...offer,
      reference: `'MADE-OFF-' || m.n || '-' || g`,
      organisation_id: `p.ids[1 + (m.n * 7 + g) % ${providers}]`,
      step: '1 + g % 3',
      turn: 'g',
      state: `case when ${accepted} then 'accepted' when g % 4 = 0 then 'lapsed' else 'declined' end`,
      reason: `case when ${accepted} or g % 4 = 0 then null else 'no-capacity-time' end`,
      accepted_minutes: `case when ${accepted} then t.weekly_minutes else 0 end`,
      sent_at: `${ended} - interval '2 hours'`,
      answered_at: ended,
      due_at: 'null',
      left_minutes: 'null',
    },
    `bench_made m cross join generate_series(1, ${past}) g cross join ${of('offer')}
      cross join (select array_agg(id order by id) as ids from organisation where name like 'Made-up provider %') p`,
  )
  for (const index of indexes) await run(index)
  await run(`insert into unmet_spell (partnership_id, id, person_id, package_id, need, service_type_key, area_code, kind,
      preference, origin, began_at, began_on, ended_on, end_reason)
    select p.partnership_id, m.spell_id, p.person_id, p.id, p.need, p.service_type_key, p.area_code, 'need', null,
      p.origin, p.ready_at, p.ready_at::date, null, null
    from bench_made m join care_package p on p.id = m.package_id where m.state <> 'placed'`)
  await run(`insert into unmet_piece (partnership_id, id, subject_id, wanted_minutes, delivered_minutes, interim, reason,
      harm, review_on, unplaced, held, known)
    select '${partnership}', gen_random_uuid(), m.spell_id, 420, 0, 'none', 'being-arranged', 'not-assessed',
      case when m.state = 'unmet' and m.n % 2 = 0 then (${at})::date + 7 end, '[]',
      daterange((${at})::date, null), tstzrange(${at}, null)
    from bench_made m where m.state <> 'placed'`)
  await run('drop table bench_made')
  await run('vacuum analyze')
}

/** Drops the indexes of a table that keep nothing unique, and gives what makes them again: at once is quicker than row by row. */
async function dropIndexes(owner: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; made: string }>`select c.relname as name, pg_get_indexdef(c.oid) as made
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisunique`.execute(owner)
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(owner)
  return rows.map(({ made }) => made)
}

/** Rows of a table made from a model, with some columns otherwise. */
async function copied(
  owner: Kysely<unknown>,
  table: string,
  over: Record<string, string>,
  from: string,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(owner)
  const names = rows.map(({ name }) => name)
  const values = names.map((name) => over[name] ?? `t.${name}`)
  await sql.raw(`insert into ${table} (${names.join()}) select ${values.join()} from ${from}`).execute(owner)
}
