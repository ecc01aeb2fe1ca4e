import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geoJson, square } from '../../test/support/example-map.ts'
import { coordinateTrouble } from './coordinate-system.ts'
import { featureWords } from './feature-words.ts'
import { openGap, openHole } from './holes.ts'
import { placeAt } from './place-at.ts'
import { readGeoJson } from './read-geojson.ts'
import { boundsOf, isInside, type Point, type Ring, ringArea, type Shape, shapeArea } from './ring.ts'
import { ringTrouble } from './ring-trouble.ts'
import { simplifyShapes } from './simplify-shapes.ts'

const boundary = (code: string, coordinates: Shape) => ({
  code,
  geometry: { type: 'MultiPolygon', coordinates } as const,
  bounds: boundsOf(coordinates),
  edition: null,
  sourceKey: null,
  attribution: null,
})

test.each([
  ['British National Grid', [300_000, 660_000, 320_000, 690_000], undefined, /metres of the British National Grid/],
  ['Web Mercator', [-420_000, 7_500_000, -380_000, 7_550_000], undefined, /Web Mercator metres/],
  ['swapped', [55.8, -3.8, 56, -3.4], undefined, /Latitude and longitude are swapped/],
  ['elsewhere', [2.2, 48.8, 2.4, 48.9], undefined, /lie outside the United Kingdom: from 2.2 to 2.4 east/],
  ['no degrees', [-500_000, 0, 500_000, 10], undefined, /are not degrees/],
  ['said to be in metres', [-3.8, 55.8, -3.4, 56], 'urn:ogc:def:crs:EPSG::27700', /in urn:ogc:def:crs:EPSG::27700/],
] as const)('coordinates that are %s are told as such', (_what, bounds, system, trouble) => {
  expect(coordinateTrouble(bounds, system)).toMatch(trouble)
})

test.each([undefined, 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'])(
  'degrees in Scotland are taken, in %s',
  (system) => {
    expect(coordinateTrouble([-3.8, 55.8, -3.4, 56], system)).toBeUndefined()
  },
)

test.each([
  [
    { WD13CD: 'S1', WD13NM: 'Linlithgow' },
    { code: 'S1', name: 'Linlithgow', edition: '2013' },
  ],
  [
    { LAD98CDO: '30UD', LAD98CD: 'E1', LAD98NM: 'Burnley' },
    { code: 'E1', edition: '1998' },
  ],
  [
    { OBJECTID: '4', code: 'n/1', name: 'North' },
    { code: 'n/1', name: 'North', edition: null },
  ],
  [{ LAD23NMW: 'Gwynedd' }, { code: 'feature-id', name: 'Gwynedd', edition: '2023' }],
])('code and name are found in %j', (properties, found) => {
  expect(featureWords({ id: 'feature-id', properties: new Map(Object.entries(properties)) })).toMatchObject(found)
})

const feature = (geometry: unknown) => ({ features: [{ type: 'Feature', properties: {}, geometry }] })

test.each([
  ['code,name', /^map is not JSON/],
  [
    geoJson([{ code: 'a', name: 'A', rings: [square(-3, 55)] }]).slice(0, -40),
    /breaks off before its end: it is half a file/,
  ],
  ['{"a": 1,, }', /^map is not JSON/],
  ['[]', /is JSON and no map/],
  ['{"type":"Topology"}', /is TopoJSON/],
  ['{"type":"Feature"}', /not a GeoJSON FeatureCollection; its type is Feature/],
  [geoJson([]), /has no features/],
  [geoJson([], feature(null)), /Feature 1 has no geometry/],
  [geoJson([], feature({ type: 'Polygon', coordinates: [] })), /Feature 1 has an empty geometry/],
  [geoJson([], feature({ type: 'Point', coordinates: [1, 2] })), /Feature 1 is a Point/],
  [geoJson([], feature({ type: 'Polygon', coordinates: [[['x', 2]]] })), /a point that is not two numbers/],
])('the text %s is refused in a sentence', (text, trouble) => {
  expect(() => readGeoJson('map', text)).toThrow(trouble)
})

test('a ring must be closed, have corners and not cross itself; a loop left by thinning is slight', () => {
  const trouble = (ring: Ring) => ringTrouble(ring, ringArea(ring))
  expect(trouble(square(-3, 55).slice(0, -1))?.words).toBe(
    'is not closed: it starts at −3.0000, 55.0000 and ends at −3.0000, 55.1000',
  )
  expect(
    trouble([
      [0, 0],
      [1, 1],
      [0, 0],
    ])?.words,
  ).toMatch(/fewer than three corners/)
  expect(
    trouble([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]),
  ).toMatchObject({ slight: false, words: 'crosses itself at 1.0000, 1.0000' })
  const loop: Ring = [
    [0, 0],
    [10, 0],
    [10, 5],
    [9.9, 5.1],
    [10, 5.1],
    [9.9, 5],
    [10, 10],
    [0, 10],
    [0, 0],
  ]
  expect(trouble(loop)).toMatchObject({ slight: true })
  expect(trouble(square(0, 0))).toBeUndefined()
  expect(
    trouble([
      [0, 0],
      [4, 0],
      [2, 1],
      [0, 2],
      [2, 1],
      [0, 0],
    ]),
  ).toBeUndefined()
})

test('a hole is open until another area fills it, be it in one area or among several', () => {
  const outer: Shape = [[square(0, 0, 3), square(1, 1, 1)]]
  const inner: Shape = [[square(1, 1, 1)]]
  expect(openHole(outer, [])).toEqual([1.5, 1.5])
  expect(openHole(outer, [inner])).toBeUndefined()
  const around = [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 1],
    [2, 1],
    [0, 2],
    [1, 2],
    [2, 2],
  ] as const
  const ring = around.map(([x, y]): Shape => [[square(x, y, 1)]])
  expect(openGap(ring, ring)).toEqual([1.5, 1.5])
  expect(openGap(ring, [...ring, inner])).toBeUndefined()
  expect(openGap([...ring, inner], [...ring, inner])).toBeUndefined()
})

/** A country of cells whose inner borders wander as the numbers say; its outer edge is straight. */
function country(columns: number, rows: number, wander: readonly number[]): Shape[] {
  let taken = 0
  const next = () => ((wander[taken++ % wander.length] ?? 0) - 0.5) * 0.6
  const knots = new Map<string, Point[]>()
  const border = (x: number, y: number, across: boolean): Point[] => {
    const key = `${x} ${y} ${across}`
    const outer = across ? y === 0 || y === rows : x === 0 || x === columns
    const steps = Array.from({ length: 9 }, (_, i): Point => {
      const along = (i + 1) / 10
      const off = outer ? 0 : next()
      return across
        ? [x + along, y + off * Math.min(along, 1 - along)]
        : [x + off * Math.min(along, 1 - along), y + along]
    })
    const found = knots.get(key) ?? steps
    knots.set(key, found)
    return found
  }
  return Array.from({ length: columns * rows }, (_, i): Shape => {
    const [x, y] = [i % columns, Math.floor(i / columns)]
    const ring: Point[] = [
      [x, y],
      ...border(x, y, true),
      [x + 1, y],
      ...border(x + 1, y, false),
      [x + 1, y + 1],
      ...border(x, y + 1, true).toReversed(),
      [x, y + 1],
      ...border(x, y, false).toReversed(),
      [x, y],
    ]
    return [[i % 2 === 0 ? ring : ring.toReversed()]]
  })
}

const wander = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 })
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

test('a simplified map keeps every area, and every point of it lies in exactly one', () => {
  fc.assert(
    fc.property(
      wander,
      fc.integer({ min: 4, max: 30 }),
      fc.array(fc.tuple(share, share), { minLength: 20, maxLength: 20 }),
      (numbers, detail, points) => {
        const before = country(4, 3, numbers)
        const after = simplifyShapes(before, detail)
        expect(after.map((shape) => shape.length)).toEqual(before.map(() => 1))
        const total = after.reduce((sum, shape) => sum + shapeArea(shape), 0)
        expect(total).toBeCloseTo(12, 6)
        for (const [x, y] of points) {
          const holding = after.filter((shape) => isInside(shape, [x * 4, y * 3]))
          expect(holding).toHaveLength(1)
        }
      },
    ),
  )
})

test('every point inside one area is found there, and one outside all is nowhere', () => {
  fc.assert(
    fc.property(wander, share, share, (numbers, x, y) => {
      const shapes = country(3, 3, numbers)
      const boundaries = shapes.map((shape, i) => boundary(`area/${i}`, shape))
      const found = placeAt(boundaries, x * 3, y * 3)
      expect(found).toBe(`area/${shapes.findIndex((shape) => isInside(shape, [x * 3, y * 3]))}`)
      expect(placeAt(boundaries, 3 + x, y)).toBeUndefined()
    }),
  )
})

test('the smallest of the areas that hold a point is where it lies', () => {
  const areas = [boundary('council', [[square(0, 0, 3)]]), boundary('ward', [[square(1, 1, 1)]])]
  expect([placeAt(areas, 1.5, 1.5), placeAt(areas, 0.5, 0.5)]).toEqual(['ward', 'council'])
})

test('an island beside a large outline may go; the only outline of an area never does', () => {
  const rough = (x: number, size: number): Point[] =>
    Array.from({ length: 41 }, (_, i): Point => {
      const angle = ((i % 40) / 40) * 2 * Math.PI
      return [x + size * (1 + (i % 2) / 5) * Math.cos(angle), 55 + size * (1 + (i % 2) / 5) * Math.sin(angle)]
    })
  const [withIsland, islet] = simplifyShapes([[[rough(-3, 0.5)], [rough(-2, 0.0002)]], [[rough(-1, 0.0005)]]], 8)
  expect(withIsland).toHaveLength(1)
  expect(islet).toHaveLength(1)
  expect(shapeArea(islet ?? [])).toBeGreaterThan(0)
})
