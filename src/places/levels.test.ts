import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Area } from './area.ts'
import { hierarchiesFrom, makesCircle } from './hierarchy.ts'
import { areasAt, levelsOf, sumsAt } from './levels.ts'
import { codesWithin, linesAbove, partsOf } from './lines.ts'
import { kindsName } from './place-words.ts'

const area = (code: string, kind: string): [string, Area] => [
  code,
  { code, name: `Area ${code}`, kind, nation: 'england' },
]
const under = (hierarchy: string, code: string, parent: string) => ({ hierarchy, code, parent, note: null })
const own = { code: 'county', name: 'The county' }

const areas = new Map([
  area('nation', 'country'),
  area('county', 'county'),
  area('north', 'zone'),
  area('south', 'zone'),
  area('a', 'district'),
  area('b', 'district'),
  area('c', 'district'),
  area('a1', 'ward'),
  area('next', 'council'),
])
const hierarchies = hierarchiesFrom(
  [
    under('administrative', 'county', 'nation'),
    under('administrative', 'next', 'nation'),
    ...['a', 'b', 'c'].map((code) => under('administrative', code, 'county')),
    under('ward', 'a1', 'a'),
    under('zone', 'north', 'county'),
    under('zone', 'south', 'county'),
    under('zone', 'a', 'north'),
    under('zone', 'b', 'north'),
    under('zone', 'c', 'south'),
  ],
  areas,
)

test('each way to cut the whole comes once, the one with most areas first, without what is not in it', () => {
  expect(levelsOf(hierarchies, own).map(({ key, name, areas }) => [key, name, areas.map(({ code }) => code)])).toEqual([
    ['administrative', 'Districts', ['a', 'b', 'c']],
    ['zone', 'Zones', ['north', 'south']],
  ])
})

test('a district says which zone it is in, though another hierarchy knows it', () => {
  const [districts] = levelsOf(hierarchies, own)
  expect(districts?.areas.map(({ group }) => group?.name)).toEqual(['Area north', 'Area north', 'Area south'])
})

test('an area is found in a cut of another hierarchy; the whole and a neighbour are in none', () => {
  const zones = areasAt(hierarchies, own, 'zone')
  expect(['a1', 'a', 'c', 'north', 'county', 'next', 'unheard-of'].map(zones.ancestorAt)).toEqual([
    'north',
    'north',
    'south',
    'north',
    undefined,
    undefined,
    undefined,
  ])
})

test('an area in two of a cut is in neither, unless the hierarchy itself says which', () => {
  const twice = hierarchiesFrom(
    [
      under('zone', 'north', 'county'),
      under('zone', 'south', 'county'),
      under('ring', 'a', 'north'),
      under('ward', 'a', 'south'),
      under('ring', 'b', 'north'),
      under('zone', 'b', 'south'),
    ],
    areas,
  )
  const zones = areasAt(twice, own, 'zone')
  expect([zones.ancestorAt('a'), zones.ancestorAt('b')]).toEqual([undefined, 'south'])
})

test('where nothing is smaller, the whole stands alone; an unheard-of cut is the first', () => {
  const plain = hierarchiesFrom([under('administrative', 'county', 'nation')], areas)
  expect(levelsOf(plain, own)).toEqual([])
  expect(areasAt(plain, own)).toMatchObject({ key: 'whole', one: 'county', areas: [{ code: 'county' }] })
  expect(areasAt(plain, own).ancestorAt('county')).toBe('county')
  expect(areasAt([], own).areas).toEqual([])
  expect(areasAt(hierarchies, own, 'postcode').key).toBe('administrative')
})

test('the areas above are told from the top down for each hierarchy', () => {
  expect(linesAbove(hierarchies, 'a').map(({ name, areas }) => [name, areas.map(({ code }) => code)])).toEqual([
    ['Council', ['nation', 'county']],
    ['Zones', ['county', 'north']],
  ])
  expect(partsOf(hierarchies, 'north').map(({ name, areas }) => [name, areas.map(({ code }) => code)])).toEqual([
    ['Zones', ['a', 'b']],
  ])
  expect([...codesWithin(hierarchies, 'north')].toSorted()).toEqual(['a', 'a1', 'b', 'north'])
})

test.each([
  ['ward', 'Wards'],
  ['locality', 'Localities'],
  ['health-board', 'Health boards'],
  ['parish', 'Parishes'],
  ['survey', 'Surveys'],
])('several areas of the kind %s are %s', (kind, name) => expect(kindsName(kind)).toBe(name))

const letters = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G')

test('whatever the hierarchies are, the sums of any cut and the rest are the total', () => {
  const membership = fc.tuple(fc.constantFrom('zone', 'ward', 'ring'), letters, letters)
  const rows = fc.array(fc.tuple(letters, fc.integer({ min: 0, max: 1000 })))
  fc.assert(
    fc.property(fc.array(membership, { maxLength: 14 }), rows, letters, (given, rows, whole) => {
      const parents = new Map<string, string>()
      for (const [hierarchy, code, parent] of given) {
        const parentOf = (at: string) => parents.get(`${hierarchy} ${at}`)
        if (!parentOf(code) && !makesCircle(code, parent, parentOf)) parents.set(`${hierarchy} ${code}`, parent)
      }
      const members = [...parents].map(([key, parent]) =>
        under(key.split(' ')[0] ?? '', key.split(' ')[1] ?? '', parent),
      )
      const trees = hierarchiesFrom(members, new Map([...'ABCDEFG'].map((code) => area(code, 'zone'))))
      const total = rows.reduce((sum, [, value]) => sum + value, 0)
      for (const { key } of [{ key: undefined }, ...levelsOf(trees, { code: whole })]) {
        const cut = areasAt(trees, { code: whole, name: 'Whole' }, key)
        const { sums, rest } = sumsAt(cut, rows)
        expect([...sums.values()].reduce((sum, value) => sum + value, 0) + rest).toBe(total)
        expect([...sums.keys()].every((code) => cut.areas.some((one) => one.code === code))).toBe(true)
      }
    }),
  )
})
