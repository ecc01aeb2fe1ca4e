import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database, type Db } from '../core/db/index.ts'
import { careGroupSets, careGroups, loadTaxonomies, ratingScales, regulatorTerms, serviceTypes } from './index.ts'
import * as reference from './reference/care-groups.ts'
import { ratingScales as scalesInReference } from './reference/rating-scales.ts'
import * as words from './reference/regulator-terms.ts'
import * as services from './reference/service-types.ts'
import { type ProvidersTables, providers } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())
const change = (statement: RawBuilder<unknown>) =>
  asActor(database, systemActor(), (db) => statement.execute(providers(db)))
const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)

test('care groups and service types come out as they are written down, in their order', async () => {
  expect(await read(careGroups)).toEqual(reference.careGroups)
  expect(await read(serviceTypes)).toEqual(
    services.serviceTypes.map((type) => ({ countedInPlaces: false, livedIn: false, ...type })),
  )
})

test('in 2011 West Lothian budgets for seven care groups and plans for nine, and the day after a set ends it is gone', async () => {
  const on = (date: string) => read((db) => careGroupSets(db, 'west-lothian', date))
  const sizes = (sets: Awaited<ReturnType<typeof on>>) => sets.map((set) => [set.purpose, set.careGroups.length])
  expect(sizes(await on('2012-03-31'))).toContainEqual(['budget', 7])
  expect(sizes(await on('2012-03-31'))).toContainEqual(['plan', 9])
  expect(sizes(await on('2012-04-01')).map(([purpose]) => purpose)).not.toContain('budget')
  expect(await read((db) => careGroupSets(db, 'inverclyde', '2012-03-31'))).toEqual([])
})

test('the scale of the Care Inspectorate changes on 1 July 2018, and grades stand best first', async () => {
  const keys = async (date: string) => (await read((db) => ratingScales(db, date))).map((scale) => scale.key)
  expect(await keys('2018-06-30')).toEqual(['care-inspectorate-themes', 'cqc-ratings'])
  expect(await keys('2018-07-01')).toEqual(['care-inspectorate-key-questions', 'cqc-ratings'])
  const [scale] = await read((db) => ratingScales(db, '2026-11-22'))
  expect(scale?.grades.map((grade) => grade.word)).toEqual(scalesInReference[1]?.grades.map((grade) => grade.word))
})

/** Changes whenever a row is written, even to what it was. */
const rowVersion = sql<string>`concat(xmin, ' ', ctid)`.as('version')

test('loading again touches no row', async () => {
  const versions = (db: Db) =>
    Promise.all(
      (
        [
          ...(['care_group', 'care_group_set', 'care_group_set_member', 'service_type', 'rating_scale'] as const),
          ...(['rating', 'regulator_term'] as const),
        ] as const
      ).map((table: keyof ProvidersTables) =>
        providers(db).selectFrom(table).select(rowVersion).orderBy('version').execute(),
      ),
    )
  const before = await read(versions)
  await asActor(database, systemActor(), loadTaxonomies)
  expect(await read(versions)).toEqual(before)
})

test('what regulators’ words mean comes out as it is written down, and only what held on the day asked for', async () => {
  expect(await read((db) => regulatorTerms(db))).toEqual(words.regulatorTerms)
  expect(await read((db) => regulatorTerms(db, { regulator: 'cqc', on: '2010-09-30' }))).toEqual([])
  const scottish = await read((db) => regulatorTerms(db, { regulator: 'care-inspectorate', on: '2025-05-31' }))
  expect(new Set(scottish.map((term) => term.regulator))).toEqual(new Set(['care-inspectorate']))
})

test('a term that is not used any more is listed, and not on a day after its last', async () => {
  await change(sql`update service_type set valid = '[2002-04-01,2019-04-01)' where key = 'homeshare'`)
  const keys = async (on?: string) => (await read((db) => serviceTypes(db, on))).map((type) => type.key)
  expect(await keys()).toContain('homeshare')
  expect(await keys('2019-03-31')).toContain('homeshare')
  expect(await keys('2019-04-01')).not.toContain('homeshare')
  await asActor(database, systemActor(), loadTaxonomies)
  expect(await keys('2019-04-01')).toContain('homeshare')
})

test('a meaning that is not given any more is taken away by loading', async () => {
  await change(sql`insert into regulator_term values
    ('cqc', 'service-type', 0, 'Invented service', '', 'homeshare', '[2020-01-01,)')`)
  await asActor(database, systemActor(), loadTaxonomies)
  expect(await read((db) => regulatorTerms(db))).toEqual(words.regulatorTerms)
})
