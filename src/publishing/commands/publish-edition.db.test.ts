import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, paragraph } from '../../../test/support/blocks.ts'
import { newDatabase, openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { partnershipBySlug, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { importIndicators, importSources } from '../../evidence/index.ts'
import type { Block } from '../block.ts'
import { editionByNumber, editionFigures, editionsOf, publishedWords } from '../queries/editions.ts'
import { figureChanges } from '../queries/figure-changes.ts'
import { publishing } from '../schema.ts'
import type { SectionSlug } from '../section.ts'
import { publishEdition } from './publish-edition.ts'
import { saveSection } from './save-section.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
  const sources =
    'key,title,publisher,licence\na-plan,A Plan for Example,Example Council,Open Government Licence v3.0\n'
  await importSources(database, fileInMemory('sources.csv', sources), { at })
})
afterAll(() => database.close())

const at = new Date('2026-11-22T18:00:00Z')
const header = 'key,label,finding,section,theme,area,period,ages,sex,value,unit,basis,source,locus,status,note'

/** A partnership with two cited figures, and what can be done to its statement. */
async function statement(on: Database = database) {
  const { id, slug } = await newPartnership(on)
  const partnership = await asActor(on, publicActor, (db) => partnershipBySlug(db, slug))
  const actor = systemActor(id)
  const within = <T>(work: (db: Db) => Promise<T>) => asActor(on, actor, work)
  const cite = (...rows: string[]) =>
    importIndicators(on, partnership, fileInMemory('indicators.csv', [header, ...rows, ''].join('\n')), { at })
  await cite(
    hours('2021/22', 100),
    'beds,Beds,Beds are few,supply,Beds,S12000040,2021,,all,48,beds,actual,a-plan,§2,printed,',
  )
  const write = (section: SectionSlug, base: number, blocks: readonly Block[]) =>
    within((db) => saveSection(db, actor, { partnershipId: id, section, base, blocks, at }))
  const publish = (title = 'An edition') =>
    within((db) => publishEdition(db, actor, { partnership, title, summary: '', at }))
  const figures = async (number: number) =>
    within(async (db) => {
      const { edition } = await editionByNumber(db, id, number)
      return editionFigures(db, id, edition.id)
    })
  return { id, within, cite, write, publish, figures }
}

const hours = (period: string, value: number) =>
  `hours,Hours of care,More care at home,supply,Care at home,S12000040,${period},,all,${value},hours,actual,a-plan,§1,printed,`

test('an edition keeps words and figures as they were, though both change afterwards', async () => {
  const { id, cite, write, publish, figures, within } = await statement()
  await write('demand', 0, [paragraph(1, 'As it was.')])
  expect(await publish('First')).toMatchObject({ number: 1, sections: 1, figures: 2, changes: null })
  await write('demand', 1, [paragraph(1, 'As it is.')])
  await cite(hours('2021/22', 120))
  expect((await figures(1)).map(({ value }) => value)).toEqual([100, 48])
  const before = await within((db) => publishedWords(db, id))
  expect(before.words.get('demand')).toEqual([paragraph(1, 'As it was.')])
  expect(await publish('Second')).toMatchObject({
    number: 2,
    changes: { sections: ['demand'], figures: { updated: 1, added: 0, gone: 0 } },
  })
  expect((await figures(1)).map(({ value }) => value)).toEqual([100, 48])
  expect((await figures(2)).map(({ value }) => value)).toEqual([120, 48])
  expect(await within((db) => figureChanges(db, id, 1, 2))).toMatchObject([
    { kind: 'changed', what: 'value', before: { value: 100 }, after: { value: 120 } },
  ])
})

test('a figure for a later period is told as the next of its series', async () => {
  const { id, cite, publish, within } = await statement()
  await publish()
  await cite(hours('2022/23', 140))
  expect(await publish()).toMatchObject({ changes: { sections: [], figures: { updated: 1, added: 0, gone: 0 } } })
  expect(await within((db) => figureChanges(db, id, 1, 2))).toMatchObject([
    { kind: 'later', before: { period: '2021/22', value: 100 }, after: { period: '2022/23', value: 140 } },
  ])
})

test('nothing is published when neither words nor figures changed', async () => {
  const { publish, write } = await statement()
  await write('demand', 0, [paragraph(1, 'One.')])
  await publish()
  await expect(publish()).rejects.toMatchObject({
    kind: 'conflict',
    message: 'Nothing has changed since edition 1: neither words nor figures.',
  })
})

test('a placed figure is frozen with the edition, and one that no longer exists stops it by name', async () => {
  const { id, write, publish, figures } = await statement()
  const [cited] = await asActor(
    database,
    publicActor,
    async (db) =>
      (
        await sql<{ id: string }>`select id from indicator where partnership_id = ${id} order by id`.execute(
          publishing(db),
        )
      ).rows,
  )
  await write('demand', 0, [{ id: idOf(1), kind: 'figure', figure: cited?.id ?? '' }])
  await publish()
  expect((await figures(1)).map((figure) => figure.id)).toContain(cited?.id)
  const gone = 'population.S12000040.1066.75-plus'
  await write('gaps', 0, [{ id: idOf(2), kind: 'figure', figure: gone }])
  await expect(publish()).rejects.toMatchObject({
    kind: 'conflict',
    message: `The section “Gaps” places a figure that no longer exists: ${gone}.`,
  })
})

test('two who publish at the same moment make one edition', async () => {
  const { id, publish, within } = await statement()
  const results = await Promise.allSettled([publish('Mine'), publish('Theirs')])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [refused] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toMatchObject({ kind: 'conflict' })
  expect((await within((db) => editionsOf(db, id))).editions).toHaveLength(1)
})

test('there is no edition of nothing, without a title, or with a title as long as a page', async () => {
  const on = await newDatabase()
  const { id, slug } = await newPartnership(on)
  const partnership = await asActor(on, publicActor, (db) => partnershipBySlug(db, slug))
  const publish = (title: string) =>
    asActor(on, systemActor(id), (db) => publishEdition(db, systemActor(id), { partnership, title, summary: '', at }))
  await expect(publish('First')).rejects.toMatchObject({
    message: 'There is nothing to publish yet: no words and no figures.',
  })
  await expect(publish('  ')).rejects.toMatchObject({ kind: 'invalid', message: 'Write a title for the edition.' })
  await expect(publish('x'.repeat(201))).rejects.toMatchObject({
    message: 'The title of an edition has at most 200 characters.',
  })
})

test('anyone reads an edition, nobody changes one, and the ledger tells of it', async () => {
  const { id, publish, within } = await statement()
  const { id: edition } = await publish()
  const seen = await asActor(database, publicActor, (db) => editionsOf(db, id))
  expect(seen.editions.map(({ number }) => number)).toEqual([1])
  for (const table of ['edition', 'edition_section', 'edition_figure', 'section_version'] as const) {
    await expect(within((db) => publishing(db).deleteFrom(table).execute())).rejects.toThrow(/permission denied/)
  }
  const told = await within((db) => entriesOf(db, id, { kind: 'edition', id: edition }))
  expect(told.map(({ event }) => event)).toEqual(['publishing.edition-published'])
})

test('another partnership’s edition is not found', async () => {
  const [mine, theirs] = [await statement(), await statement()]
  await mine.publish()
  await expect(theirs.within((db) => editionByNumber(db, theirs.id, 1))).rejects.toMatchObject({ kind: 'not-found' })
})
