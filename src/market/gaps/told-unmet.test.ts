import { expect, test } from 'vitest'
import type { ToldCount } from '../../brokerage/index.ts'
import { toldUnmet } from './told-unmet.ts'
import { unmetMonths } from './unmet-month.ts'

const row = (area: string, people: number | null, over: Partial<ToldCount> = {}): ToldCount => ({
  ...{ month: '2026-11-01', service: 'care-at-home', area, reason: null, part: null },
  ...{ people, minutes: people && people * 60, ...over },
})
const told = (counts: readonly ToldCount[], limit = 5) =>
  toldUnmet({
    ...{ counts, limit, whole: { code: 'X', name: 'Exampleshire' }, areas: new Map([['A', 'Ward A']]) },
    ...{ types: [{ key: 'care-at-home', name: 'Care at home' }], countedOn: '2026-12-03', demonstration: false },
  })

test('what may be told stands under its area with its name, with why and what is missing, the most people first', () => {
  const months = unmetMonths(
    told([
      row('X', 15),
      row('X', 6, { reason: 'skill' }),
      row('X', 9, { reason: 'price' }),
      row('X', 15, { part: { band: 'evening', carers: 2 } }),
      row('A', 6),
    ]),
  )
  expect(months('X', 'care-at-home')).toMatchObject([
    {
      people: { value: 15, hours: 15, soFar: false, label: 'People who waited: Care at home' },
      reasons: [
        { reason: 'price', value: 9 },
        { reason: 'skill', value: 6 },
      ],
      parts: [{ part: { band: 'evening', carers: 2 }, value: 15 }],
    },
  ])
  expect(months('A', 'care-at-home')).toMatchObject([{ people: { area: { code: 'A', name: 'Ward A' }, value: 6 } }])
})

test('what is hidden says so, and a limit that was raised hides from that moment on', () => {
  const [few] = told([row('A', null)])
  expect(few).toMatchObject({ value: null, hours: null, suppressed: true })
  expect(few?.note).toContain('none, fewer than 5')
  expect(told([row('A', 7), row('A', 7, { reason: 'skill' })], 10)).toMatchObject([{ value: null, suppressed: true }])
})
