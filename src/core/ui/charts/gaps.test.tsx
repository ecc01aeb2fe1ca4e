import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { gapLayout } from './gap-layout.ts'
import { GapBars, GapCell, gapWords, HeatGrid, TermBar, TermKey } from './index.ts'

test.each([
  [100, 75, { solid: 75, hatched: 25, needAt: undefined }],
  [80, 100, { solid: 100, hatched: 0, needAt: 80 }],
  [50, 50, { solid: 100, hatched: 0, needAt: undefined }],
  [50, 0, { solid: 0, hatched: 100, needAt: undefined }],
  [0, 0, { solid: 0, hatched: 0, needAt: undefined }],
  [null, 5, undefined],
  [5, null, undefined],
])('need %s and supply %s make a bar of %j', (need, supply, bar) => {
  expect(gapLayout(need, supply)).toEqual(bar)
})

test('whatever the counts, solid and hatched fill the bar and no more', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (need, supply) => {
      const { solid = 0, hatched = 0 } = gapLayout(need, supply) ?? {}
      return need + supply === 0 || Math.abs(solid + hatched - 100) < 1e-6
    }),
  )
})

test('a list of gaps says its figures in words and shows [x] without a bar where there is none', () => {
  const html = render(
    <GapBars
      label="Supply against need"
      bars={[
        { name: 'Beds', need: 1000, supply: 563, unit: 'beds' },
        { name: 'Places', need: null, supply: 9, unit: 'places' },
      ]}
    />,
  )
  expect(html).toContain('aria-label="Supply against need"')
  expect(html).toContain('563 of 1,000 beds')
  expect(html).toContain('9 of [x] places')
  expect(html.match(/<svg/g)).toHaveLength(1)
})

test.each([
  [
    { percent: -24, count: -1780 },
    { tileClass: 'd-n2', value: '−24%', note: '1,780 short' },
  ],
  [
    { percent: 14, count: 8 },
    { tileClass: 'd-s2', value: '+14%', note: '8 spare' },
  ],
  [
    { percent: -2, count: -3 },
    { tileClass: 'd-0', value: '−2%', note: 'in balance' },
  ],
  [{ hidden: 'c' }, { tileClass: 'd-x', value: '[c]', note: 'hidden' }],
  [{ hidden: 'x' }, { tileClass: 'd-x', value: '[x]', note: 'not collected' }],
] as const)('the gap %j is never told by its colour alone', (figure, words) => {
  expect(gapWords(figure)).toEqual(words)
})

test('a cell is a link that says where and what before its figure', () => {
  const html = render(<GapCell figure={{ percent: -24, count: -9 }} of="Wyre, home care" href="/wyre" current />)
  expect(html).toContain('<a class="m-gapcell d-n2" href="/wyre" aria-current="true">')
  expect(html).toMatch(/Wyre, home care: .*−24%.*9 short/)
})

const services = [
  { name: 'Home care', unit: 'hours' },
  { name: 'Day care', unit: 'places' },
]
const cells = [
  { percent: -5, count: -4, href: '/a' },
  { hidden: 'c' as const, href: '/b' },
]

test('a grid groups neighbours, labels cells for phones, and explains only the marks it has', () => {
  const areas = ['North', 'North', 'South'].map((group, i) => ({ name: `Area ${i}`, group, cells }))
  const html = render(<HeatGrid caption="Gaps" services={services} areas={areas} />)
  expect(html.match(/scope="rowgroup"/g)).toHaveLength(2)
  expect(html).toContain('data-l="Day care"')
  expect(html).toContain('[c] hidden: too few people')
  expect(html).not.toContain('[x] not collected')
})

test('a row with too few or too many cells is refused', () => {
  expect(() =>
    render(<HeatGrid caption="Gaps" services={services} areas={[{ name: 'A', cells: cells.slice(1) }]} />),
  ).toThrow('A has 1 cells for 2 services')
})

const window = { from: '2027-01-01', to: '2030-12-31' }

test('a term bar says the same in words, and its key names every mark', () => {
  const term = { agreed: { from: '2027-04-01' }, safeStart: '2028-01-01', decision: '2028-06-01' }
  const html = render(<TermBar term={term} window={window} today="2028-02-01" alternative="From April 2027" />)
  expect(html).toContain('role="img" aria-label="From April 2027"')
  expect(html).toContain('f-need k-paper')
  const key = render(<TermKey />)
  for (const word of ['Agreed', 'Option', 'planned', 'Decision', 'Latest safe start', 'passed', 'Today'])
    expect(key).toContain(word)
})

test('drawings that nobody could hear do not compile', () => {
  // @ts-expect-error the alternative is missing
  const bar = () => <TermBar term={{}} window={window} today="2028-01-01" />
  // @ts-expect-error the label is missing
  const bars = () => <GapBars bars={[]} />
  // @ts-expect-error the caption is missing
  const grid = () => <HeatGrid services={services} areas={[]} />
  // @ts-expect-error where and what are missing
  const cell = () => <GapCell figure={{ hidden: 'x' }} href="/" />
  expect([bar, bars, grid, cell]).toHaveLength(4)
})
