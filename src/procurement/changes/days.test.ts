import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../core/values/index.ts'
import { segmentsUnder } from './cap-segments.ts'
import { hasDay, laidOver, within } from './days.ts'

const day = (n: number) => addDays('2026-01-01', n)
const days = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 1, max: 8 })))
  .map(([from, length]) => ({ from: day(from), until: length === null ? null : day(from + length) }))
const all = Array.from({ length: 25 }, (_, n) => day(n))

test('a piece that is laid over others holds on its days, and they on all of their others', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 4 }), days, (under, over) => {
      const pieces = under.map((piece) => ({ ...piece, of: 'under' }))
      const after = laidOver(pieces, [{ ...over, of: 'over' }])
      for (const on of all) {
        const now = after.filter((piece) => hasDay(piece, on)).map(({ of }) => of)
        const before = pieces.filter((piece) => hasDay(piece, on)).map(({ of }) => of)
        expect(now).toEqual(hasDay(over, on) ? ['over'] : before)
      }
    }),
  )
})

test('what lies within some days is every day of both and no other', () => {
  fc.assert(
    fc.property(days, days, (piece, bounds) => {
      const inside = within([piece], bounds)
      for (const on of all)
        expect(inside.some((part) => hasDay(part, on))).toBe(hasDay(piece, on) && hasDay(bounds, on))
    }),
  )
})

test('the days of a price are cut under its caps without a gap or an overlap, each under the closest cap of the day', () => {
  const cap = fc.record({
    days,
    pence: fc.integer({ min: 1, max: 9 }),
    visitMinutes: fc.constantFrom(null, 30, 45),
    dayType: fc.constantFrom('any' as const, 'sunday' as const, 'saturday' as const),
  })
  fc.assert(
    fc.property(fc.array(cap, { maxLength: 5 }), days, (rows, price) => {
      const caps = rows.map(({ days: held, ...rest }) => ({ ...held, ...rest, unit: 'visit' as const }))
      const priced = { unit: 'visit' as const, visitMinutes: 30, dayType: 'sunday' as const }
      const segments = segmentsUnder(caps, priced, price)
      for (const on of all) {
        const under = segments.filter((segment) => hasDay(segment.days, on))
        expect(under).toHaveLength(hasDay(price, on) ? 1 : 0)
        const possible = caps.filter((one) => hasDay(one, on) && one.visitMinutes !== 45 && one.dayType !== 'saturday')
        const [found] = under
        if (!found) continue
        expect(found.cap === null).toBe(possible.length === 0)
        if (possible.some((one) => one.visitMinutes === 30)) expect(found.cap?.visitMinutes).toBe(30)
        else if (possible.some((one) => one.dayType === 'sunday')) expect(found.cap?.dayType).toBe('sunday')
      }
    }),
  )
})
