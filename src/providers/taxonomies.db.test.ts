import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database, type Db } from '../core/db/index.ts'
import { careGroupSetsOn, careGroups, loadTaxonomies, ratingScalesOn, serviceTypes } from './index.ts'
import * as reference from './reference/care-groups.ts'
import { ratingScales } from './reference/rating-scales.ts'
import * as services from './reference/service-types.ts'
import { type ProvidersTables, providers } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())
const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)

test('care groups and service types come out as they are written down, in their order', async () => {
  expect(await read(careGroups)).toEqual(reference.careGroups)
  expect(await read(serviceTypes)).toEqual(services.serviceTypes)
})

test('in 2011 West Lothian budgets for seven care groups and plans for nine, and the day after a set ends it is gone', async () => {
  const on = (date: string) => read((db) => careGroupSetsOn(db, 'west-lothian', date))
  const sizes = (sets: Awaited<ReturnType<typeof on>>) => sets.map((set) => [set.purpose, set.careGroups.length])
  expect(sizes(await on('2012-03-31'))).toContainEqual(['budget', 7])
  expect(sizes(await on('2012-03-31'))).toContainEqual(['plan', 9])
  expect(sizes(await on('2012-04-01')).map(([purpose]) => purpose)).not.toContain('budget')
  expect(await read((db) => careGroupSetsOn(db, 'inverclyde', '2012-03-31'))).toEqual([])
})

test('the scale of the Care Inspectorate changes on 1 July 2018, and grades stand best first', async () => {
  const keys = async (date: string) => (await read((db) => ratingScalesOn(db, date))).map((scale) => scale.key)
  expect(await keys('2018-06-30')).toEqual(['care-inspectorate-themes', 'cqc-ratings'])
  expect(await keys('2018-07-01')).toEqual(['care-inspectorate-key-questions', 'cqc-ratings'])
  const [scale] = await read((db) => ratingScalesOn(db, '2026-11-22'))
  expect(scale?.grades.map((grade) => grade.word)).toEqual(ratingScales[1]?.grades.map((grade) => grade.word))
})

/** Changes whenever a row is written, even to what it was. */
const rowVersion = sql<string>`concat(xmin, ' ', ctid)`.as('version')

test('loading again touches no row', async () => {
  const versions = (db: Db) =>
    Promise.all(
      (
        ['care_group', 'care_group_set', 'care_group_set_member', 'service_type', 'rating_scale', 'rating'] as const
      ).map((table: keyof ProvidersTables) =>
        providers(db).selectFrom(table).select(rowVersion).orderBy('version').execute(),
      ),
    )
  const before = await read(versions)
  await asActor(database, systemActor(), loadTaxonomies)
  expect(await read(versions)).toEqual(before)
})
