import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalCalendars } from '../../core/calendar/bank-holidays/nations.ts'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { ContractDetail, ExtensionOption, TermPiece } from '../contract.ts'
import { backPlan } from './back-plan.ts'
import type { PlannedContract } from './decision.ts'
import { datedDecisions, decisionsOf, nextDecision } from './decision-dates.ts'
import type { Planning } from './planning.ts'
import { standardLeadTimes } from './standard-lead-times.ts'
import type { Step } from './step.ts'

const months = (name: string, amount: number): Step => ({ name, amount, unit: 'months', committee: null })

const planning = (over: Partial<Planning> = {}, steps: readonly Step[] = [months('All of it', 9)]): Planning => ({
  calendar: nationalCalendars.find(({ nation }) => nation === 'scotland') as WorkingCalendar,
  committees: new Map(),
  leadTimes: [{ kind: '', name: 'Example steps', steps, from: '2010-01-01', until: null, standard: false }],
  frameworks: new Map(),
  followed: new Map(),
  ...over,
})

const detail = (over: Partial<ContractDetail> = {}): ContractDetail => ({
  title: 'Example framework',
  kind: 'framework',
  method: 'open',
  marketArea: null,
  serviceType: null,
  careGroups: [],
  decidedBy: 'partnership',
  nationalFramework: null,
  allocation: '',
  monitoring: '',
  noticeMonths: null,
  reviewMonths: null,
  lastReviewedOn: null,
  yearlyPence: null,
  yearlyBasis: null,
  blockUnits: null,
  blockMinimum: null,
  blockUnit: null,
  successorFrom: null,
  successorUntil: null,
  note: '',
  ...over,
})

const piece = (from: string, until: string | null, state: TermPiece['state'] = 'agreed'): TermPiece => ({
  from,
  until,
  state,
  origin: 'initial',
  optionId: null,
})
const option = (
  position: number,
  from: string,
  until: string,
  over: Partial<ExtensionOption> = {},
): ExtensionOption => ({
  id: `option-${position}`,
  position,
  from,
  until,
  decideBy: null,
  decision: 'open',
  decidedOn: null,
  ...over,
})
const contract = (
  terms: readonly TermPiece[],
  over: Partial<ContractDetail> = {},
  options: readonly ExtensionOption[] = [],
): PlannedContract => ({ id: 'contract', stage: 'awarded', detail: detail(over), terms, options })

/** East Lothian’s report of October 2015: a framework extended to 31 March 2016, and an exercise of 24 months. */
const exercise = planning({}, [
  months('Scoping', 6),
  months('Co-producing', 6),
  months('Business modelling', 6),
  months('Transitioning', 6),
])
const specialist = contract([piece('2011-04-01', '2016-04-01')])

test('East Lothian: 24 months begun on the day of the meeting end about 19 months after the framework does', () => {
  const [decision, ...others] = decisionsOf(specialist, exercise, '2015-10-29')
  expect(others).toEqual([])
  expect(decision).toMatchObject({ kind: 'end', on: '2016-04-01', latestSafeStart: '2014-03-31', late: true })
  expect(decision?.sentence).toBe(
    'Safe start passed 31 March 2014. Starting again takes 24 months: begun on 29 October 2015, it would be done on ' +
      '29 October 2017, about 19 months after the end on 31 March 2016.',
  )
  expect(decisionsOf(specialist, exercise, '2015-10-22')[0]?.detail).toContain('about 19 months after')
})

test('East Lothian: on the last safe day nothing is late yet', () => {
  expect(decisionsOf(specialist, exercise, '2014-03-31')[0]).toMatchObject({
    late: false,
    heading: 'Start again by 31 March 2014',
    detail: 'It ends on 31 March 2016, and starting again takes 24 months.',
  })
  expect(decisionsOf(specialist, exercise, '2014-04-01')[0]?.late).toBe(true)
})

test('East Lothian: Help to Live at Home has two latest safe starts, with and without its extension', () => {
  const help = contract([piece('2014-04-01', '2017-04-01')], {}, [option(1, '2017-04-01', '2019-04-01')])
  const decisions = decisionsOf(help, exercise, '2015-03-01')
  expect(decisions.map(({ kind, on, latestSafeStart, late }) => [kind, on, latestSafeStart, late])).toEqual([
    ['option', '2017-04-01', '2015-03-31', false],
    ['end', '2019-04-01', '2017-03-31', false],
  ])
  expect(decisions[0]?.sentence).toBe(
    'Decide by 31 March 2015. Extend until 31 March 2019, or start again by 31 March 2015.',
  )
  const after = decisionsOf(help, exercise, '2015-10-29')[0]
  expect(after?.detail).toContain('Extending until 31 March 2019 is what is left in time.')
})

const supported = contract([piece('2018-01-01', '2020-01-01')], {}, [
  option(1, '2020-01-01', '2021-01-01', { decideBy: '2019-11-30' }),
  option(2, '2021-01-01', '2022-01-01'),
])

test('two years, year by year, are two decisions, and a decision planned too late is said to be', () => {
  const decisions = decisionsOf(supported, planning(), '2018-01-31')
  expect(decisions.map(({ kind, on, due }) => [kind, on, due])).toEqual([
    ['option', '2020-01-01', '2019-03-29'],
    ['option', '2021-01-01', '2020-03-31'],
    ['end', '2022-01-01', '2021-03-31'],
  ])
  expect(decisions[0]?.heading).toBe('Decide by 29 March 2019')
  expect(decisions[0]?.detail).toContain('planned for 30 November 2019, when only extending will be in time')
  expect(decisions[1]?.detail).toContain('If the option before is taken')
})

test('an option that is taken or declined is no decision any more', () => {
  const [first, second] = supported.options
  if (!first || !second) throw new Error('The contract has two options.')
  const taken = { ...first, decision: 'taken' as const, decidedOn: '2019-02-01' }
  const extended = { ...supported, terms: [piece('2018-01-01', '2021-01-01')], options: [taken, second] }
  expect(decisionsOf(extended, planning(), '2019-03-01').map(({ kind, on }) => [kind, on])).toEqual([
    ['option', '2021-01-01'],
    ['end', '2022-01-01'],
  ])
  const declined = { ...first, decision: 'declined' as const, decidedOn: '2019-02-01' }
  const ending = { ...supported, options: [declined, { ...second, decision: 'declined' as const }] }
  expect(decisionsOf(ending, planning(), '2019-03-01').map(({ kind, on }) => [kind, on])).toEqual([
    ['end', '2020-01-01'],
  ])
})

test('what is planned to follow at the end, or before it for an overlap, is what is worked back from', () => {
  const over = { successorFrom: '2019-08-01' }
  const overlap = decisionsOf(contract([piece('2014-10-01', '2019-10-01')], over), planning(), '2018-01-31')[0]
  expect(overlap).toMatchObject({ kind: 'end', latestSafeStart: '2018-10-31', on: '2019-10-01' })
  expect(overlap?.detail).toContain('What follows is planned from 1 August 2019.')
  const gap = decisionsOf(
    contract([piece('2014-10-01', '2019-10-01')], { successorFrom: '2020-01-01' }),
    planning(),
    '2018-01-31',
  )
  expect(gap[0]?.detail).toContain('3 months after the end')
})

test('what another contract follows in time needs no decision about its end', () => {
  const followed = (day: string) => planning({ followed: new Map([['contract', day]]) })
  const ending = contract([piece('2015-04-01', '2018-04-01')])
  expect(decisionsOf(ending, followed('2018-04-01'), '2018-01-31')).toEqual([])
  expect(decisionsOf(ending, followed('2023-04-01'), '2018-01-31')).toHaveLength(1)
})

test('a contract without an end has its notice and a review every year', () => {
  const rolling = contract([piece('2015-04-01', null)], { noticeMonths: 3, lastReviewedOn: '2017-11-20' })
  const [notice, review] = decisionsOf(rolling, planning(), '2018-01-31')
  expect(notice).toMatchObject({
    kind: 'notice',
    on: '2018-04-30',
    late: false,
    heading: 'Goes on, with 3 months’ notice',
  })
  expect(review).toMatchObject({
    kind: 'review',
    on: '2018-11-20',
    late: false,
    heading: 'Review due 20 November 2018',
  })
  const late = decisionsOf({ ...rolling, detail: detail({ noticeMonths: 1 }) }, planning(), '2018-01-31')
  expect(late.find(({ kind }) => kind === 'review')).toMatchObject({ on: '2016-04-01', late: true })
  expect(late.find(({ kind }) => kind === 'notice')?.heading).toBe('Goes on, with 1 month’s notice')
})

test('notice is due in time for what is planned to follow', () => {
  const ending = contract([piece('2015-04-01', null)], {
    noticeMonths: 3,
    successorFrom: '2019-04-01',
    lastReviewedOn: '2017-12-01',
  })
  const notice = decisionsOf(ending, planning(), '2018-01-31').find(({ kind }) => kind === 'notice')
  expect(notice).toMatchObject({ decideBy: '2018-12-31', late: false, heading: 'Give notice by 31 December 2018' })
  expect(decisionsOf(ending, planning(), '2019-01-01').find(({ kind }) => kind === 'notice')?.late).toBe(true)
})

test('a contract with neither end nor notice period is said to lack one', () => {
  const open = decisionsOf(contract([piece('2015-04-01', null)]), planning(), '2015-05-01')
  expect(open[0]?.heading).toBe('No end and no notice period')
})

test('what a national owner decides has no safe start of ours', () => {
  const frameworks = new Map([
    ['example-fostering', { owner: 'Example Owner', title: 'Fostering', until: '2019-03-25', latestEnd: '2021-03-24' }],
  ])
  const calledOff = contract([piece('2017-03-25', '2019-03-25')], {
    kind: 'call-off',
    decidedBy: 'national-owner',
    nationalFramework: 'example-fostering',
  })
  const [decision] = decisionsOf(calledOff, planning({ frameworks }), '2018-01-31')
  expect(decision).toMatchObject({ kind: 'national', on: '2019-03-25', latestSafeStart: null, late: false })
  expect(decision?.sentence).toBe(
    'Decided by Example Owner. It ends on 24 March 2019; with the framework’s options, on 24 March 2021 at the latest.',
  )
  const fees = contract([piece('2017-04-01', null)], {
    kind: 'national-contract',
    decidedBy: 'national-owner',
    lastReviewedOn: '2018-01-01',
  })
  expect(decisionsOf(fees, planning(), '2018-01-31')[0]).toMatchObject({ kind: 'national', on: '2018-04-01' })
})

test('nothing is decided about what is a draft, was never agreed, or is over', () => {
  const ended = contract([piece('2015-04-01', '2017-06-01'), piece('2017-06-01', '2018-04-01', 'ended')])
  expect(decisionsOf(ended, planning(), '2017-06-01')).toEqual([])
  expect(decisionsOf(ended, planning(), '2017-05-31')).toHaveLength(1)
  expect(decisionsOf({ ...ended, stage: 'draft' }, planning(), '2016-01-01')).toEqual([])
  expect(decisionsOf(contract([]), planning(), '2016-01-01')).toEqual([])
})

test('what is not known of committees and holidays is said', () => {
  const steps: Step[] = [{ name: 'Approval', amount: 4, unit: 'weeks', committee: 'Example Board' }]
  const far = decisionsOf(contract([piece('2025-04-01', '2035-04-01')]), planning({}, steps), '2026-11-22')[0]
  expect(far?.sentence).toContain('Dates of the Example Board are not known for then, so none is counted.')
  expect(far?.sentence).toContain('Holidays are known from 1 January 2011 to 31 December 2030')
})

test('the standard steps count for a kind until the partnership has its own for every other kind or for that one', () => {
  const on = '2026-11-22'
  const grant = contract([piece('2026-04-01', '2028-04-01')], { kind: 'grant' })
  const ours = planning({ leadTimes: standardLeadTimes })
  expect(decisionsOf(grant, ours, on)[0]?.detail).toContain('starting again takes about 6 months')
  const own = [
    {
      ...standardLeadTimes[0],
      kind: 'grant' as const,
      name: 'Ours',
      steps: [months('All', 12)],
      from: null,
      until: null,
      standard: false,
    },
  ]
  expect(decisionsOf(grant, planning({ leadTimes: [...own, ...standardLeadTimes] }), on)[0]?.detail).toContain(
    '12 months',
  )
})

test('where there is room for one, an end that is late goes before a review that is', () => {
  const both = contract([piece('2015-04-01', '2018-04-01')], { reviewMonths: 6, lastReviewedOn: '2016-01-01' })
  const decisions = decisionsOf(both, planning(), '2018-01-31')
  expect(decisions.map(({ kind }) => kind)).toEqual(['review', 'end'])
  expect(nextDecision(decisions)?.kind).toBe('end')
  expect(nextDecision([])).toBeUndefined()
})

const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2014-01-01', days))
const maybeDay = fc.option(anyDay)
const anyContract = fc
  .record({
    from: anyDay,
    years: fc.option(fc.integer({ min: 1, max: 5 })),
    options: fc.array(fc.record({ days: fc.integer({ min: 100, max: 800 }), decideBy: maybeDay }), { maxLength: 2 }),
    kind: fc.constantFrom('framework' as const, 'grant' as const, 'spot' as const),
    decidedBy: fc.constantFrom('partnership' as const, 'national-owner' as const),
    noticeMonths: fc.option(fc.integer({ min: 1, max: 12 })),
    reviewMonths: fc.option(fc.integer({ min: 1, max: 24 })),
    lastReviewedOn: maybeDay,
    successorFrom: maybeDay,
  })
  .map(({ from, years, options, ...over }): PlannedContract => {
    const end = years === null ? null : addDays(from, years * 365)
    let last: IsoDate = end ?? from
    const open = options.map(({ days, decideBy }, at) => {
      const first = last
      last = addDays(first, days)
      return option(at + 1, first, last, { decideBy })
    })
    return contract([piece(from, end)], over, end === null ? [] : open)
  })

test('what is counted and sorted is what is said: due, late and each safe start are those of the whole decision', () => {
  const meetings = Array.from({ length: 70 }, (_, at) => addDays('2015-01-15', at * 42)).map((on) => ({
    on,
    papersBy: addDays(on, -14),
  }))
  const ours = planning({ leadTimes: standardLeadTimes, committees: new Map([['Committee', meetings]]) })
  fc.assert(
    fc.property(anyContract, anyDay, (one, on) => {
      const said = decisionsOf(one, ours, on)
      expect(said).toMatchObject(datedDecisions(one, ours, on).map(({ words, ...dates }) => dates))
      for (const { kind, on: day, due, late, latestSafeStart, heading, sentence } of said) {
        expect(late).toBe(kind === 'national' ? false : due < on)
        expect(/passed|was due/.test(heading)).toBe(late)
        expect(sentence.startsWith(`${heading}. `)).toBe(true)
        if (latestSafeStart === null) continue
        const { successorFrom } = one.detail
        const end = addDays(day, -1)
        const ready = successorFrom !== null && successorFrom <= end ? addDays(successorFrom, -1) : end
        const steps = (standardLeadTimes.find((time) => time.kind === one.detail.kind) ?? standardLeadTimes[0])?.steps
        expect(latestSafeStart).toBe(backPlan({ ...ours, steps: steps ?? [], end: ready }).latestSafeStart)
      }
    }),
  )
})
