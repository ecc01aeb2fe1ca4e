import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { geoJson, square } from '../../test/support/example-map.ts'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { publicActor } from '../core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db } from '../core/db/index.ts'
import { fileInMemory, fileOnDisk, isDoubt } from '../core/import/index.ts'
import { ledgerVersion } from '../core/ledger/index.ts'
import { mapLayout } from '../core/ui/charts/map-layout.ts'
import { allBoundaries, areasOf, boundariesOf, importAreas, placeAt } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-22T09:00:00Z')
const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)
const west = { areaCode: 'S12000040' }

/** Imports a text for a partnership that serves West Lothian. */
const load = (partnership: { id: string }, text: string, options = {}, name = 'wards.geojson') =>
  importAreas(database, { id: partnership.id, ...west }, fileInMemory(name, text), { at, ...options })

/** A partnership with four wards of its own. */
async function withWards(prefix: string) {
  const partnership = await newPartnership(database)
  const rows = ['Upper', 'Lower', 'Over', 'Under'].map(
    (name, i) => `${prefix}/${i},${prefix} ${name},ward,scotland,${prefix},S12000040,,`,
  )
  await load(
    partnership,
    ['code,name,kind,nation,hierarchy,parent,other_names,note', ...rows].join('\n'),
    {},
    'wards.csv',
  )
  return partnership
}

/** The four wards as squares of a tenth of a degree, two by two. */
const wards = (prefix: string) =>
  ['Upper', 'Lower', 'Over', 'Under'].map((name, i) => ({
    code: `${prefix}/${i}`,
    name: `${prefix} ${name}`,
    rings: [square(-3.5 + (i % 2) * 0.1, 55.8 + Math.floor(i / 2) * 0.1)],
  }))
const codes = (prefix: string) => [0, 1, 2, 3].map((i) => `${prefix}/${i}`)

test('boundaries are taken once, left as they are the second time, and changed when they move', async () => {
  const partnership = await withWards('once')
  const text = geoJson(wards('once'), { attribution: 'Invented for a test' })
  expect(await load(partnership, text, { dryRun: true })).toMatchObject({ added: 4, dryRun: true, applied: true })
  expect((await read((db) => boundariesOf(db, codes('once')))).size).toBe(0)
  expect(await load(partnership, text, { source: 'example-source' })).toMatchObject({
    read: 4,
    added: 4,
    changed: 0,
    rejected: [],
    flagged: [],
  })
  expect(await load(partnership, text, { source: 'example-source' })).toMatchObject({ added: 0, unchanged: 4 })
  const found = await read((db) => boundariesOf(db, codes('once')))
  expect(found.get('once/0')).toMatchObject({
    edition: '2013',
    sourceKey: 'example-source',
    attribution: 'Invented for a test',
    bounds: [-3.5, 55.8, -3.4, 55.9],
  })
  const [first, ...others] = wards('once')
  const moved = geoJson([{ ...first, code: 'once/0', name: '', rings: [square(-3.6, 55.8)] }, ...others])
  expect(await load(partnership, moved)).toMatchObject({ added: 0, changed: 4 })
  const boundaries = await read(allBoundaries)
  expect([placeAt(boundaries, -3.55, 55.85), placeAt(boundaries, -3.45, 55.85)]).toEqual(['once/0', undefined])
})

test('areas are known by code, earlier code or name; what can’t be placed is rejected by its place in the file', async () => {
  const partnership = await withWards('some')
  const [upper, lower, over, under] = wards('some')
  const report = await load(
    partnership,
    geoJson([
      { code: 'unheard-of', name: 'some Upper', rings: upper?.rings ?? [] },
      { code: 'some/1', name: '', rings: lower?.rings ?? [] },
      { code: 'some/2', name: 'some Under', rings: over?.rings ?? [] },
      { code: 'some/1', name: 'some Lower', rings: under?.rings ?? [] },
      { code: 'S12000047', name: 'Fife', rings: [square(-3, 56)] },
      { code: 'n/9', name: 'Nowhere', rings: [square(-3, 57)] },
    ]),
  )
  expect(report).toMatchObject({ read: 6, added: 2, rejectedRows: 4, applied: true })
  expect(report.rejected).toEqual([
    { line: 3, column: 'WD13CD', reason: 'Feature 3 is some Over by its code and some Under by its name.' },
    { line: 4, column: 'WD13CD', reason: 'Feature 4 is some Lower again, after feature 2.' },
    { line: 5, column: 'WD13CD', reason: 'Feature 5 is Fife, which is not an area of this partnership.' },
    { line: 6, column: 'WD13CD', reason: 'Feature 6 is n/9, Nowhere, and no area is known by that code or name.' },
  ])
})

test('with --all-or-nothing one stray feature keeps all out', async () => {
  const partnership = await withWards('whole')
  const text = geoJson([...wards('whole'), { code: 'n/9', name: 'Nowhere', rings: [square(-3, 57)] }])
  expect(await load(partnership, text, { allOrNothing: true })).toMatchObject({
    applied: false,
    added: 0,
    rejectedRows: 1,
  })
  expect((await read((db) => boundariesOf(db, codes('whole')))).size).toBe(0)
})

test('areas that come with the product become areas of a partnership whose ground they lie in', async () => {
  const { id } = await newPartnership(database, { nation: 'england', areaCode: 'E10000017' })
  const text = geoJson([{ code: '30UD', name: 'Burnley', rings: [square(-2.3, 53.7)] }])
  const lancashire = (name: string) =>
    importAreas(database, { id, areaCode: 'E10000017' }, fileInMemory(name, text), { at })
  expect(await lancashire('map.json')).toMatchObject({ added: 1, rejected: [] })
  expect((await read((db) => areasOf(db, id))).map(({ code }) => code)).toEqual(['E10000017', 'E07000117'])
})

const ring = (points: readonly (readonly [number, number])[]) => ({ code: 'bad/0', name: 'bad Upper', rings: [points] })
const metres = square(300_000, 660_000, 9000)

test.each([
  ['metres', (): string => geoJson([ring(metres)]), /look like metres of the British National Grid/],
  [
    'swapped',
    (): string => geoJson([ring(square(-3.5, 55.8).map(([x, y]) => [y, x] as const))]),
    /longitude are swapped/,
  ],
  ['Web Mercator', (): string => geoJson([ring(square(-389_000, 7_520_000, 9000))]), /look like Web Mercator metres/],
  [
    'another system than its degrees',
    (): string => geoJson(wards('bad'), { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } }),
    /says that its coordinates are in urn:ogc:def:crs:EPSG::27700/,
  ],
  [
    'a collection of shapes',
    (): string =>
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[]}}]}',
    /is a GeometryCollection; an area must be a Polygon/,
  ],
  ['brackets all the way down', (): string => '['.repeat(5_000_000), /breaks off before its end/],
  ['half a file', (): string => geoJson(wards('bad')).slice(0, 300), /breaks off before its end/],
  ['no JSON', (): string => '{"type" "FeatureCollection"}', /is not JSON/],
  [
    'a crossing',
    (): string =>
      geoJson([
        ring([
          [-3.5, 55.8],
          [-3.4, 55.9],
          [-3.4, 55.8],
          [-3.5, 55.9],
          [-3.5, 55.8],
        ]),
      ]),
    /the edge of bad Upper \(feature 1\) crosses itself at/,
  ],
  ['an open ring', (): string => geoJson([ring(square(-3.5, 55.8).slice(1))]), /is not closed/],
  [
    'a hole',
    (): string =>
      geoJson([
        { ...wards('bad')[0], code: 'bad/0', name: '', rings: [square(-3.5, 55.8), square(-3.47, 55.83, 0.04)] },
      ]),
    /bad Upper has a hole at −3.450, 55.850 that no other area/,
  ],
  ['no shape', (): string => geoJson([{ code: 'bad/0', name: '', rings: [] }]), /empty geometry/],
  ['a workbook', (): string => 'x'.repeat(51_000_000), /51 MB, more than the 50 MB/],
] as const)('a file with %s is refused in a sentence, and nothing changes', async (_what, text, trouble) => {
  const partnership = await withWards('bad')
  const version = () => read((db) => ledgerVersion(db, partnership.id))
  const before = await version()
  await expect(load(partnership, text())).rejects.toThrow(trouble)
  expect(await version()).toEqual(before)
  expect((await read((db) => boundariesOf(db, codes('bad')))).size).toBe(0)
})

test('a hole that is meant is taken when somebody says so', async () => {
  const partnership = await withWards('meant')
  const text = geoJson([{ code: 'meant/0', name: '', rings: [square(-3.5, 55.8), square(-3.47, 55.83, 0.04)] }])
  const refused = await load(partnership, text).catch((error: unknown) => error)
  expect(isDoubt(refused)).toBe(true)
  expect(await load(partnership, text, { yes: true })).toMatchObject({ added: 1 })
  const taken = await read((db) => boundariesOf(db, ['meant/0']))
  expect([placeAt(taken.values(), -3.45, 55.85), placeAt(taken.values(), -3.49, 55.85)]).toEqual([undefined, 'meant/0'])
})

test('boundaries are read in one query', async () => {
  const { queries } = await countingQueries(() => read((db) => boundariesOf(db, codes('once'))))
  expect(queries).toBe(1)
})

const published = new URL('../../../shared/data/geography/', import.meta.url)

test.skipIf(!existsSync(published)).each([
  [
    'lancashire_12_districts_2013.geojson',
    'lancashire',
    'E10000017',
    12,
    [
      [-2.703, 53.759, 'E07000123'],
      [-2.8, 54.047, 'E07000121'],
      [-2.243, 53.789, 'E07000117'],
    ],
  ],
  [
    'wards_west-lothian.json',
    'west-lothian',
    'S12000040',
    9,
    [
      [-3.64, 55.902, 'S13002827'],
      [-3.6, 55.971, 'S13002820'],
    ],
  ],
] as const)('the published %s is taken whole, and small to draw', async (name, slug, areaCode, areas, points) => {
  const { id } = await newPartnership(database, { areaCode })
  const named = await fileOnDisk(new URL(`../../demo/${slug}/areas.csv`, import.meta.url).pathname)
  await importAreas(database, { id, areaCode }, named, { at })
  const report = await importAreas(database, { id, areaCode }, await fileOnDisk(new URL(name, published).pathname), {
    at,
  })
  expect(report).toMatchObject({ read: areas, rejected: [], applied: true })
  expect(report.added + report.changed).toBe(areas)
  const boundaries = await read(allBoundaries)
  for (const [east, north, code] of points) expect(placeAt(boundaries, east, north)).toBe(code)
  const family = points[0][2].slice(0, 3)
  const drawn = boundaries.filter(({ code }) => code.startsWith(family)).map(({ code }) => code)
  const shapes = [...(await read((db) => boundariesOf(db, drawn))).values()]
  expect(shapes).toHaveLength(areas)
  const paths = mapLayout(shapes.map(({ code, geometry }) => ({ name: code, value: '', shape: geometry.coordinates })))
  const size = paths.areas.reduce((sum, { path }) => sum + path.length, 0)
  expect(size).toBeGreaterThan(2000)
  expect(size).toBeLessThanOrEqual(15_000)
})
