import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bands, type VisitLine, type Weekday, weekdays, weeklyMinutes } from '../visit-line.ts'
import { type AskedLine, amendLines, type GivenVisit } from './amend-lines.ts'

const from = '2026-12-01'

const line = (id: string, over: Partial<VisitLine> = {}): VisitLine => ({
  ...{ id, band: 'morning', days: [...weekdays], minutes: 30, carers: 1, ...over },
})
const wanted = (lines: readonly VisitLine[]) => lines.map((one) => ({ line: one, from: '2026-11-01', until: null }))
const givenBy = (placementId: string, { id, band, minutes, carers, days }: VisitLine): GivenVisit[] =>
  days.map((weekday) => ({
    ...{ id: `${placementId}${id}${weekday}`, placementId, lineId: id, weekday, band, minutes, carers },
    ...{ from: '2026-11-01', until: null, wantedFrom: '2026-11-01' },
  }))
const amended = (lines: readonly VisitLine[], asked: readonly AskedLine[], given: readonly GivenVisit[]) =>
  amendLines({ from, until: null, wanted: wanted(lines), given, lines: asked })

test('lines that are asked for as they are stay, with whoever gives them', () => {
  const [a, b] = [line('a'), line('b', { band: 'evening' })]
  const plan = amended([a, b], [a, { ...b, minutes: 15 }], [...givenBy('p', a), ...givenBy('p', b)])
  expect(plan.kept).toEqual([a])
  expect(plan.ended.map(({ line: { id } }) => id)).toEqual(['b'])
  expect(plan.moved).toHaveLength(7)
  expect(plan.moved[0]).toMatchObject({ placementId: 'p', from, until: null, lineId: plan.added[0]?.id })
  expect(plan.unplaced).toEqual([])
  expect(plan.dropped).toEqual([])
})

test('longer visits, those of two carers and those of another part of the day are to be placed', () => {
  const a = line('a')
  for (const over of [{ minutes: 45 }, { carers: 2 as const }, { band: 'midday' as const }]) {
    const plan = amended([a], [{ ...a, ...over }], givenBy('p', a))
    expect(plan.moved).toEqual([])
    expect(plan.unplaced).toEqual(plan.added)
  }
})

test('of two visits in one part of the day each new one takes the place of the likest', () => {
  const [long, short] = [line('long', { minutes: 60 }), line('short')]
  const given = [...givenBy('p', long), ...givenBy('q', short)]
  const plan = amended([long, short], [line('x', { minutes: 45 }), line('y', { minutes: 25 })], given)
  const of = (minutes: number) => plan.added.find((one) => one.minutes === minutes)?.id
  expect(plan.moved.filter(({ placementId }) => placementId === 'p').every(({ lineId }) => lineId === of(45))).toBe(
    true,
  )
  expect(plan.moved.filter(({ placementId }) => placementId === 'q').every(({ lineId }) => lineId === of(25))).toBe(
    true,
  )
})

test('a visit under notice stays with its provider until then only', () => {
  const a = line('a', { days: [1] })
  const given = givenBy('p', a).map((one) => ({ ...one, until: '2026-12-10' }))
  expect(amended([a], [{ ...a, minutes: 15 }], given).moved).toMatchObject([{ from, until: '2026-12-10' }])
})

const someLine = fc.record({
  band: fc.constantFrom(...bands.slice(0, 2)),
  days: fc.subarray([...weekdays], { minLength: 1 }) as fc.Arbitrary<Weekday[]>,
  minutes: fc.constantFrom(15, 30, 45),
  carers: fc.constantFrom(1 as const, 2 as const),
})

test('all that is asked for is kept or added, and what is added is moved or unplaced, never both', () => {
  const lines = fc.array(someLine, { maxLength: 4 })
  fc.assert(
    fc.property(lines, lines, (before, asked) => {
      const old = before.map((one, index) => ({ ...one, id: `old-${index}` }))
      const plan = amended(
        old,
        asked,
        old.flatMap((one) => givenBy('p', one)),
      )
      expect(weeklyMinutes([...plan.kept, ...plan.added])).toBe(weeklyMinutes(asked))
      const minutes = new Map(plan.added.map((one) => [one.id, one.minutes * one.carers]))
      const moved = plan.moved.reduce((sum, { lineId }) => sum + (minutes.get(lineId) ?? 0), 0)
      expect(moved + weeklyMinutes(plan.unplaced)).toBe(weeklyMinutes(plan.added))
      expect(weeklyMinutes(plan.kept) + moved).toBeLessThanOrEqual(weeklyMinutes(old))
      const keys = plan.moved.map(({ lineId, weekday }) => `${lineId} ${weekday}`)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
