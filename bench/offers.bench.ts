import { sql } from 'kysely'
import { partnershipBySlug, systemActor } from '../src/core/auth/index.ts'
import { ownerOf } from '../src/core/db/database.ts'
import { asActor, type Database, openDatabase } from '../src/core/db/index.ts'
import { type Id, newId } from '../src/core/values/index.ts'
import { prepare } from '../src/prepare.ts'
import { type Brokerage, minutesOn, newBrokerage } from '../test/support/brokerage.ts'
import { newConnections } from './support/new-connections.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** Milliseconds at the median on PostgreSQL, where one query in a transaction of its own takes 1.6 ms as design.md supposes. */
const bound = { ms: 15, oneQuery: 1.6 }
const [warmUps, rounds] = [20, 200]
const full = { packages: 50_000, past: 2_000_000 }
/** What a try on the embedded database holds: filling it takes minutes otherwise. */
const small = { packages: 500, past: 5000 }

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    const size = name === 'PostgreSQL' ? full : small
    const world = await newBrokerage(database)
    await fill(database, world, size)
    await newConnections(database)
    const took: Record<'one query' | 'send' | 'decline' | 'accept', number[]> = {
      'one query': [],
      send: [],
      decline: [],
      accept: [],
    }
    const oneQuery = () =>
      asActor(database, systemActor(world.partnership.id), (db) => partnershipBySlug(db, world.partnership.slug))
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const timed = async <T>(what: keyof typeof took, work: () => Promise<T>): Promise<T> => {
        const began = performance.now()
        const done = await work()
        if (round >= warmUps) took[what].push(performance.now() - began)
        return done
      }
      await timed('one query', oneQuery)
      const asked = await world.askPackage()
      const opened = await timed('send', () => world.open(asked))
      if (opened.outcome !== 'done' || opened.sent.length !== 1) throw new Error('No offer went out.')
      const [first] = await world.offers(asked.id)
      if (!first) throw new Error('There is no offer.')
      await timed('decline', () =>
        world.answer(first, { kind: 'decline', reason: 'no-capacity-time', words: '' }, minutesOn(5)),
      )
      const [, next] = await world.offers(asked.id)
      if (!next) throw new Error('Nobody was asked next.')
      const accepted = await timed('accept', () =>
        world.answer(next, { kind: 'accept', startOn: '2026-11-26' }, minutesOn(10)),
      )
      if (accepted.outcome !== 'done') throw new Error(`Not accepted: ${accepted.sentence}`)
    }
    const reference = median(took['one query'])
    printTable(
      `Offers on ${name}: ${digits(size.packages)} live packages, 500 providers, ${digits(size.past)} past offers`,
      ['what', 'median ms', 'p95 ms', '÷ one query'],
      (
        [
          ['one query in a transaction', took['one query']],
          ['send the first offer', took.send],
          ['decline, and the next offer', took.decline],
          ['accept, with the placement', took.accept],
        ] as const
      ).map(([what, ms]) => [
        what,
        digits(median(ms), 1),
        digits(quantile(ms, 0.95), 1),
        digits(median(ms) / reference, 1),
      ]),
    )
    const slowest = Math.max(...[took.send, took.decline, took.accept].map(median))
    // On a machine where one query is slower than the bound supposes, the bound is longer in proportion.
    const allowed = bound.ms * Math.max(1, reference / bound.oneQuery)
    if (name === 'PostgreSQL')
      console.log(
        `Median of each < ${bound.ms} ms where one query takes ${bound.oneQuery} ms, here ${digits(allowed, 1)} ms: ${verdict(slowest < allowed)}`,
      )
  } finally {
    await database.close()
  }
})

/** Live packages with an open offer each, and what was offered before; written at once, by the owner. */
async function fill(database: Database, world: Brokerage, { packages, past }: typeof full): Promise<void> {
  const owner = ownerOf(database)
  const { id: partnership } = world.partnership
  const model = await world.askPackage()
  await world.open(model)
  const providers: Id[] = Array.from({ length: 500 }, () => newId())
  await sql`insert into organisation (id, name, created_at)
    select id, 'Example Past Care ' || n, now() from unnest(${providers}::uuid[]) with ordinality as t (id, n)`.execute(
    owner,
  )
  await sql`create table bench_made as select gen_random_uuid() as package_id, gen_random_uuid() as person_id,
      gen_random_uuid() as round_id, n from generate_series(1, ${packages}::int) n`.execute(owner)
  await sql`insert into person (partnership_id, id, reference, own_reference, created_at, erased_at)
    select ${partnership}, person_id, 'MADE-PER-' || n, null, now(), null from bench_made`.execute(owner)
  const copy = (table: string, over: Record<string, string>) => copied(database, table, over)
  await copy('care_package', {
    from: `bench_made made cross join (select * from care_package where id = '${model.id}') t`,
    id: 'made.package_id',
    person_id: 'made.person_id',
    request_id: 'made.package_id',
    reference: `'MADE-PKG-' || made.n`,
  })
  await copy('package_line', {
    from: `bench_made made cross join (select * from package_line where package_id = '${model.id}') t`,
    id: 'gen_random_uuid()',
    package_id: 'made.package_id',
  })
  await copy('offer_round', {
    from: `bench_made made cross join (select * from offer_round where package_id = '${model.id}') t`,
    id: 'made.round_id',
    package_id: 'made.package_id',
  })
  const offer = {
    id: 'gen_random_uuid()',
    package_id: 'made.package_id',
    round_id: 'made.round_id',
    contract_id: 'null',
    lot_id: 'null',
  }
  await copy('offer', {
    ...offer,
    from: `bench_made made cross join (select * from offer where package_id = '${model.id}') t`,
    reference: `'MADE-OPEN-' || made.n`,
    organisation_id: `'${world.lead.id}'`,
  })
  const each = Math.max(1, Math.round(past / packages))
  await copy('offer', {
    ...offer,
    from: `bench_made made cross join generate_series(1, ${each}) g cross join (select * from offer where package_id = '${model.id}') t
      join (select array_agg(id) as ids from organisation where name like 'Example Past Care %') p on true`,
    reference: `'MADE-OFF-' || made.n || '-' || g`,
    organisation_id: `p.ids[1 + (made.n * 7 + g) % 500]`,
    state: `'lapsed'`,
    remind_at: 'null',
    sent_at: `t.sent_at - make_interval(mins => made.n + g * 1000)`,
  })
  await sql`drop table bench_made`.execute(owner)
  // As the server itself does in time; otherwise it does so, and writes it all to disk, while something is timed.
  await sql`vacuum analyze`.execute(owner)
  await sql`checkpoint`.execute(owner)
}

/** Rows of a table made from a model, with some columns otherwise. */
async function copied(database: Database, table: string, { from, ...over }: Record<string, string>): Promise<void> {
  const owner = ownerOf(database)
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table}`.execute(owner)
  const names = rows.map(({ name }) => name)
  const values = names.map((name) => over[name] ?? `t.${name}`)
  await sql.raw(`insert into ${table} (${names.join()}) select ${values.join()} from ${from}`).execute(owner)
}
