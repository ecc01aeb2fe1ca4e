import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../core/csv/index.ts'
import type { ContractDetail } from '../contract.ts'
import type { Decision } from '../planning/decision.ts'
import { decisionsCalendar } from './decisions-calendar.ts'
import type { ListedContract } from './listed-contract.ts'
import { choices, chosen, tallyOf } from './register-choice.ts'
import { registerCsvRows } from './register-csv.ts'
import { firstSort, sorted, sortKeys } from './register-order.ts'
import { worthWords } from './register-words.ts'

const on = '2026-11-22'

const detail: ContractDetail = {
  title: 'Care at home',
  kind: 'framework',
  method: 'open',
  marketArea: null,
  serviceType: null,
  careGroups: ['older-people'],
  decidedBy: 'partnership',
  nationalFramework: null,
  allocation: '',
  monitoring: '',
  noticeMonths: null,
  reviewMonths: null,
  lastReviewedOn: null,
  yearlyPence: 894_000_050,
  yearlyBasis: 'spend',
  blockUnits: null,
  blockMinimum: null,
  blockUnit: null,
  successorFrom: null,
  successorUntil: null,
  note: '',
}

const decision = (over: Partial<Decision> = {}): Decision => ({
  kind: 'option',
  on: '2028-04-01',
  decideBy: null,
  latestSafeStart: '2027-04-01',
  due: '2027-04-01',
  late: false,
  optionId: 'option-1',
  heading: 'Decide before 1 April 2027',
  detail: 'A new tender would begin on that day.',
  sentence: 'Decide before 1 April 2027. A new tender would begin on that day.',
  ...over,
})

const contract = (over: Partial<ListedContract> = {}): ListedContract => {
  const decisions = over.decisions ?? []
  return {
    id: 'contract-1',
    reference: 'WL-CON-00001',
    ownReference: null,
    stage: 'awarded',
    detail,
    terms: [],
    options: [],
    state: 'in-force',
    begins: '2026-04-01',
    ends: '2028-03-31',
    latestEnd: '2029-03-31',
    next: decisions[0],
    ...over,
    decisions,
  }
}

const titled = (title: string, over: Partial<ListedContract> = {}) =>
  contract({ detail: { ...detail, title }, ...over })

const titles = (contracts: readonly ListedContract[]) => contracts.map((one) => one.detail.title)

test('what is late needs attention first, then what is due soonest; what waits for nobody comes last', () => {
  const late = titled('C', { decisions: [decision({ late: true, due: '2026-06-01' })] })
  const soon = titled('B', { decisions: [decision({ due: '2026-12-01' })] })
  const far = titled('A', { decisions: [decision({ due: '2030-01-01' })] })
  expect(titles(sorted([titled('0'), far, soon, late], firstSort))).toEqual(['C', 'B', 'A', '0'])
})

test('what was missed stands before what is due, and what only goes on stands last', () => {
  const missed = titled('B', { decisions: [decision({ late: true, kind: 'review', due: '2025-01-01' })] })
  const passed = titled('D', { decisions: [decision({ late: true, kind: 'end', due: '2026-10-01' })] })
  const due = titled('C', { decisions: [decision({ kind: 'end', due: '2027-10-01' })] })
  const goesOn = titled('A', { decisions: [decision({ kind: 'notice', due: '2026-12-22' })] })
  expect(titles(sorted([goesOn, due, missed, passed], firstSort))).toEqual(['D', 'B', 'C', 'A'])
})

test('a contract without a value stands last whichever way the register is sorted', () => {
  const unknown = contract({ ends: undefined, detail: { ...detail, title: 'Z', yearlyPence: null } })
  for (const key of ['spend', 'ends']) {
    for (const direction of ['ascending', 'descending'] as const) {
      expect(titles(sorted([unknown, contract(), titled('A')], { key, direction })).at(-1)).toBe('Z')
    }
  }
})

const anyContract = fc
  .record({
    title: fc.string({ maxLength: 3 }),
    yearlyPence: fc.option(fc.integer({ min: 1, max: 9 })),
    ends: fc.option(fc.constantFrom('2026-12-31', '2027-12-31'), { nil: undefined }),
    begins: fc.constantFrom('2026-04-01', '2027-06-01', '2029-01-01'),
    state: fc.constantFrom('to-come' as const, 'in-force' as const, 'ended' as const, 'suspended' as const),
    late: fc.boolean(),
  })
  .map(({ title, yearlyPence, begins, ends, state, late }) =>
    contract({
      detail: { ...detail, title, yearlyPence },
      begins,
      ends,
      state,
      decisions: late ? [decision({ late })] : [],
    }),
  )

test('sorting loses nothing and adds nothing, and what is counted is what is listed', () => {
  fc.assert(
    fc.property(fc.array(anyContract), fc.constantFrom(...sortKeys), (contracts, key) => {
      const found = sorted(contracts, { key, direction: 'descending' })
      expect(new Set(found)).toEqual(new Set(contracts))
      expect(found).toHaveLength(contracts.length)
      const tally = tallyOf(contracts, on)
      expect(tally.contracts).toBe(chosen(contracts, 'live', on).length)
      expect(tally.late).toBe(chosen(contracts, 'late', on).length)
      expect(tally.ending).toBe(chosen(contracts, 'ending', on).length)
      for (const choice of choices)
        expect(contracts).toEqual(expect.arrayContaining([...chosen(contracts, choice, on)]))
      const listed = (['live', 'to-come', 'ended'] as const).flatMap((choice) => chosen(contracts, choice, on))
      expect(new Set(listed)).toEqual(new Set(contracts))
    }),
  )
})

test('what is paid a year is that of contracts in force: their successors are not counted as well', () => {
  const tally = tallyOf(
    [contract(), contract({ state: 'to-come' }), contract({ detail: { ...detail, yearlyPence: null } })],
    on,
  )
  expect(tally).toMatchObject({ contracts: 3, yearlyPence: detail.yearlyPence, unvalued: 1 })
})

test('where no yearly sum is known the tally says so, and not that it is nothing', () => {
  expect(worthWords({ yearlyPence: 0, unvalued: 3 })).toEqual({ value: 'Not known', what: 'a year, of the 3 in force' })
  expect(worthWords({ yearlyPence: 0, unvalued: 0 })).toEqual({ value: '£0', what: 'a year, of those in force' })
  expect(worthWords({ yearlyPence: 120_000_000, unvalued: 1 }).what).toBe(
    'a year, of those in force; of 1 it is not known',
  )
})

test('what begins within a year is listed with what is in force; what begins later has to be asked for', () => {
  const soon = contract({ state: 'to-come', begins: '2027-11-22', decisions: [decision()] })
  const later = contract({ state: 'to-come', begins: '2027-11-23', decisions: [decision({ late: true })] })
  expect(chosen([soon, later], 'live', on)).toEqual([soon])
  expect(chosen([soon, later], 'to-come', on)).toEqual([soon, later])
  expect(tallyOf([contract(), soon, later], on)).toMatchObject({ contracts: 2, late: 0, options: 1 })
})

test('an end within six months is near, the day after is not', () => {
  expect(chosen([contract({ ends: '2027-05-22' })], 'ending', on)).toHaveLength(1)
  expect(chosen([contract({ ends: '2027-05-23' })], 'ending', on)).toHaveLength(0)
})

test('the file has sums in pounds to the penny, last days, and formulas made harmless', () => {
  const rows = registerCsvRows(
    [titled('=SUM(A1)', { decisions: [decision()] })],
    new Map([['contract-1', { lots: 9, providers: 27, provider: undefined }]]),
  )
  const [row] = parse(csvOf(rows), { columns: true }) as Record<string, string>[]
  expect(row).toMatchObject({
    reference: 'WL-CON-00001',
    title: "'=SUM(A1)",
    kind: 'Framework',
    lots: '9',
    providers: '27',
    yearly_value: '8940000.5',
    end: '2028-03-31',
    latest_end: '2029-03-31',
    latest_safe_start: '2027-04-01',
    late: 'false',
  })
})

test('each decision is a whole day of the calendar, on that very day, and known again the next time', () => {
  const about = {
    partnership: { slug: 'west-lothian', title: 'West Lothian' },
    origin: 'https://mercat.example',
    at: new Date('2026-11-22T10:00:00Z'),
  }
  const text = decisionsCalendar([contract({ decisions: [decision()] })], about)
  expect(text).toContain('DTSTART;VALUE=DATE:20270401')
  expect(text).toContain('UID:contract-1-option-option-1@mercat')
  expect(text.replaceAll('\r\n ', '')).toContain('https://mercat.example/west-lothian/contracts/WL-CON-00001')
  expect(decisionsCalendar([contract({ decisions: [decision()] })], about)).toBe(text)
})
