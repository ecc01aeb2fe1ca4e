import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Id, newId } from '../../core/values/index.ts'
import { bands, type Weekday } from '../visit-line.ts'
import { type PlannedSpell, planSpells, type SpellsAsked } from './spell-plan.ts'
import { type NeedFacts, needOn, needOver } from './weekly-need.ts'

const start = '2026-11-02'
const day = (n: number) => addDays(start, n)
const line = newId()
const placementId = newId()

/** An hour in the morning of each weekday, given by nobody. */
const nobody: NeedFacts = {
  lines: [
    { id: line, band: 'morning', days: [1, 2, 3, 4, 5], minutes: 60, carers: 1, held: { from: day(0), until: null } },
  ],
  placed: [],
  pauses: [],
  nothingFrom: null,
}
const given = (from: string, until: string | null, days: readonly Weekday[] = [1, 2, 3, 4, 5]): NeedFacts['placed'] =>
  days.map((weekday) => ({ placementId, lineId: line, weekday, held: { from, until }, startedOn: from }))
const asked = (facts: Partial<NeedFacts>, today: string, over: Partial<SpellsAsked> = {}): SpellsAsked => ({
  facts: { ...nobody, ...facts },
  overBecause: null,
  readyOn: day(0),
  today,
  reason: 'being-arranged',
  inHospital: false,
  last: undefined,
  ...over,
})
const written = (spells: readonly PlannedSpell[]): SpellsAsked['last'] => {
  const last = spells.at(-1)
  return last && { ...last, id: last.id ?? newId() }
}

test('a spell runs from ready to care in place, in pieces that say what was missing', () => {
  const first = planSpells(asked({}, day(2)))
  expect(first).toMatchObject([
    { id: null, beganOn: day(0), endedOn: null, pieces: [{ wantedMinutes: 300, deliveredMinutes: 0 }] },
  ])
  const part = planSpells(asked({ placed: given(day(3), null, [1, 2]) }, day(3), { last: written(first) }))
  expect(part).toMatchObject([
    {
      endedOn: null,
      pieces: [
        { from: day(0), until: day(3), deliveredMinutes: 0 },
        { from: day(3), until: null, deliveredMinutes: 120, unplaced: [{ band: 'morning', carers: 1, minutes: 180 }] },
      ],
    },
  ])
  const whole = planSpells(asked({ placed: given(day(3), null) }, day(5), { last: written(first) }))
  expect(whole).toMatchObject([
    { endedOn: day(3), endReason: 'care-in-place', pieces: [{ from: day(0), until: day(3) }] },
  ])
})

test('what is agreed but not begun is not care, and a start confirmed late ends the spell on its day', () => {
  const agreed = given(day(1), null).map((visit) => ({ ...visit, startedOn: null }))
  const waiting = planSpells(asked({ placed: agreed }, day(4)))
  expect(waiting).toMatchObject([{ endedOn: null }])
  const begun = planSpells(asked({ placed: given(day(1), null) }, day(4), { last: written(waiting) }))
  expect(begun).toMatchObject([{ endedOn: day(1), endReason: 'care-in-place' }])
})

test('a hand-back opens a new spell on its day, and the one before stays closed', () => {
  const last = written(planSpells(asked({ placed: given(day(1), null) }, day(4))))
  const after = planSpells(asked({ placed: given(day(1), day(6)) }, day(6), { last, reason: 'handed-back' }))
  expect(after).toMatchObject([
    { id: last?.id, endedOn: day(1) },
    { id: null, beganOn: day(6), endedOn: null, pieces: [{ reason: 'handed-back' }] },
  ])
})

test('who is in hospital does not wait for care at home, and waits anew when it is over', () => {
  const open = written(planSpells(asked({}, day(2))))
  const rests = planSpells(asked({ nothingFrom: day(3) }, day(3), { last: open, overBecause: 'at-rest' }))
  expect(rests).toMatchObject([{ endedOn: day(3), endReason: 'at-rest' }])
  const back = planSpells(asked({}, day(8), { last: written(rests) }))
  expect(back).toMatchObject([{ endedOn: day(3) }, { id: null, beganOn: day(8) }])
  const paused = { placed: given(day(0), null), pauses: [{ placementId, during: { from: day(2), until: null } }] }
  expect(planSpells(asked(paused, day(4)))).toEqual([])
})

test('a wait by choice stays one, and days gone by keep the reason that was told of them', () => {
  const open = planSpells(asked({}, day(1)))
  const now = planSpells(asked({}, day(3), { last: written(open), reason: 'skill' }))
  expect(now[0]?.pieces.map(({ from, reason }) => [from, reason])).toEqual([
    [day(0), 'being-arranged'],
    [day(3), 'skill'],
  ])
  const chosen = open.map((spell) => ({
    ...spell,
    pieces: spell.pieces.map((piece) => ({ ...piece, reason: 'choice' as const })),
  }))
  expect(planSpells(asked({}, day(3), { last: written(chosen), reason: 'skill' }))[0]?.pieces).toHaveLength(1)
})

const period = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.option(fc.integer({ min: 1, max: 10 })))
  .map(([from, days]) => ({ from: day(from), until: days === null ? null : day(from + days) }))
const facts: fc.Arbitrary<NeedFacts> = fc
  .record({
    lines: fc.array(
      fc.record({
        band: fc.constantFrom(...bands),
        days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
        minutes: fc.integer({ min: 5, max: 120 }),
        carers: fc.constantFrom<1 | 2>(1, 2),
        held: period,
      }),
      { maxLength: 3 },
    ),
    visits: fc.array(
      fc.record({
        line: fc.nat(2),
        weekday: fc.constantFrom<Weekday>(1, 3, 7),
        held: period,
        begun: fc.boolean(),
        of: fc.nat(1),
      }),
      { maxLength: 5 },
    ),
    pauses: fc.array(fc.record({ of: fc.nat(1), during: period }), { maxLength: 2 }),
    nothingFrom: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ lines, visits, pauses, nothingFrom }) => {
    const ids = lines.map(() => newId())
    const placements = [newId(), newId()]
    return {
      lines: lines.map((one, at) => ({ ...one, id: ids[at] as Id })),
      placed: visits.flatMap(({ line: of, weekday, held, begun, of: by }) =>
        ids[of]
          ? [{ placementId: placements[by] as Id, lineId: ids[of], weekday, held, startedOn: begun ? held.from : null }]
          : [],
      ),
      pauses: pauses.map(({ of, during }) => ({ placementId: placements[of] as Id, during })),
      nothingFrom: nothingFrom === null ? null : day(nothingFrom),
    }
  })

test('on every day spells hold exactly what is missing, and each day stands in one piece only', () => {
  fc.assert(
    fc.property(facts, fc.nat(18), (of, now) => {
      const spells = planSpells(asked(of, day(now), { overBecause: of.nothingFrom === null ? null : 'ended' }))
      const pieces = spells.flatMap((spell) => spell.pieces)
      for (let n = 0; n <= now; n += 1) {
        const need = needOn(of, day(n))
        const own = pieces.filter(({ from, until }) => from <= day(n) && (until === null || day(n) < until))
        const missing = need.wantedMinutes - need.deliveredMinutes
        expect(own).toHaveLength(missing > 0 ? 1 : 0)
        for (const piece of own) expect(piece).toMatchObject(need)
        expect(need.unplaced.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(missing)
      }
      for (const {
        beganOn,
        endedOn,
        endReason,
        pieces: [first],
      } of spells) {
        expect(first?.from).toBe(beganOn)
        expect(endedOn === null).toBe(endReason === null)
      }
    }),
  )
})

test('a plan that is written down and made again changes nothing, on the same day or later when nothing turned', () => {
  fc.assert(
    fc.property(facts, fc.nat(18), (of, now) => {
      const over = { overBecause: of.nothingFrom === null ? null : 'ended' } as const
      const first = planSpells(asked(of, day(now), over))
      const last = written(first)
      const again = planSpells(asked(of, day(now), { ...over, last }))
      expect(again).toEqual(last ? [last] : [])
    }),
  )
})

test('told day by day or all at once, the same days are missing the same', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 1, max: 18 }), (of, now) => {
      const known = { ...of, nothingFrom: null }
      const all = new Map<string, PlannedSpell>()
      let last: SpellsAsked['last']
      for (let n = 0; n <= now; n += 1) {
        for (const spell of planSpells(asked(known, day(n), { last }))) {
          const id = spell.id ?? newId()
          all.set(id, { ...spell, id })
          last = { ...spell, id }
        }
      }
      const missing = (spells: Iterable<PlannedSpell>) =>
        [...spells]
          .flatMap(({ pieces }) => pieces)
          .flatMap(({ from, until, wantedMinutes, deliveredMinutes }) =>
            Array.from({ length: now + 1 }, (_, n) => day(n))
              .filter((on) => from <= on && (until === null || on < until))
              .map((on) => [on, wantedMinutes - deliveredMinutes] as const),
          )
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
      expect(missing(all.values())).toEqual(missing(planSpells(asked(known, day(now)))))
    }),
  )
})

test('pieces of need follow one another without a gap', () => {
  fc.assert(
    fc.property(facts, fc.nat(18), (of, now) => {
      const pieces = needOver(of, day(0), day(now))
      expect(pieces[0]?.from).toBe(day(0))
      for (const [at, { until }] of pieces.entries()) expect(until).toBe(pieces[at + 1]?.from ?? null)
    }),
  )
})
