import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { sampleAward, sampleDetail } from '../../../test/support/sample-contract.ts'
import { systemActor } from '../../core/auth/index.ts'
import { partnershipById } from '../../core/auth/partnership.ts'
import { asActor, countingQueries, type Database, type Db, sqlState } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { tasksDue } from '../../core/tasks/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { awardContract } from '../changes/commands/award-contract.ts'
import type { ContractDetail } from '../contract.ts'
import { procurement } from '../schema/index.ts'
import { delegate } from './commands/delegate.ts'
import { ensureAuthorities } from './commands/ensure-authorities.ts'
import { dropLeadTime, saveLeadTime } from './commands/save-lead-time.ts'
import { importCommitteeDates } from './import-committee-dates.ts'
import { importLeadTimes } from './import-lead-times.ts'
import { onPlanTasks } from './jobs.ts'
import { leadTimeFor } from './lead-time.ts'
import { authoritiesOf } from './queries/authorities.ts'
import { allDecisions, lateContracts } from './queries/late-contracts.ts'
import { ownLeadTimes, planningOf } from './queries/planning.ts'
import { standardAuthorities } from './standard-authorities.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database?.close())

const at = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const as = <T>(id: Id, work: (db: Db) => Promise<T>) => asActor(database, systemActor(id), work)
const partnership = async () => {
  const { id } = await newPartnership(database)
  return as(id, (db) => partnershipById(db, id))
}
type Owner = Awaited<ReturnType<typeof partnership>>
const file = (text: string) => fileInMemory('example.csv', text)

/** A contract in the register, written down as by an import. */
async function written(
  owner: Owner,
  title: string,
  until: string | null,
  over: Partial<ContractDetail> = {},
): Promise<Id> {
  const award = sampleAward([], {
    detail: { ...sampleDetail, serviceType: null, reviewMonths: null, noticeMonths: null, ...over, title },
    term: { from: '2022-04-01', until },
    options: [],
  })
  const asked = {
    partnership: owner,
    award,
    effectiveOn: '2022-04-01',
    reason: 'As the file says',
    through: 'import',
    at,
  } as const
  const outcome = await as(owner.id, (db) => awardContract(db, systemActor(owner.id), asked))
  if (outcome.outcome !== 'applied') throw new Error(`Not written: ${JSON.stringify(outcome)}`)
  return outcome.contractId
}

const elc = (from: string) =>
  `kind,name,step,amount,unit,committee,from
,Re-commissioning,Scoping,6,months,,${from}
,Re-commissioning,Co-producing,6,months,Example Board,${from}
,Re-commissioning,Business modelling,6,months,,${from}
,Re-commissioning,Transitioning,6,months,,${from}
grant,Grants,Everything,10,working days,,${from}
`

test('lead times are imported, counted from their day, saved anew and given up, and a file twice changes nothing', async () => {
  const owner = await partnership()
  const report = await importLeadTimes(database, owner, file(elc('2026-01-01')), { at })
  expect(report).toMatchObject({ read: 5, added: 5, rejectedRows: 0, applied: true })
  expect(await importLeadTimes(database, owner, file(elc('01/01/2026')), { at })).toMatchObject({
    added: 0,
    unchanged: 5,
  })
  const counted = async (on: string) => {
    const planning = await as(owner.id, (db) => planningOf(db, owner))
    return leadTimeFor(planning.leadTimes, 'framework', on)
  }
  expect(await counted(today)).toMatchObject({ name: 'Re-commissioning', standard: false, from: '2026-01-01' })
  expect((await counted(today))?.steps.map(({ committee }) => committee)).toEqual([null, 'Example Board', null, null])
  expect(await counted('2025-12-31')).toMatchObject({ standard: true })
  const steps = [{ name: 'All of it', amount: 12, unit: 'months', committee: null }] as const
  const actor = systemActor(owner.id)
  const kept = { partnershipId: owner.id, kind: '', from: today, at } as const
  await as(owner.id, (db) => saveLeadTime(db, actor, { ...kept, name: 'Shorter', steps }))
  await as(owner.id, (db) => saveLeadTime(db, actor, { ...kept, name: 'Shorter again', steps }))
  const own = await as(owner.id, (db) => ownLeadTimes(db, owner.id))
  expect(own.map(({ kind, name, from, until }) => [kind, name, from, until])).toEqual([
    ['', 'Re-commissioning', '2026-01-01', today],
    ['', 'Shorter again', today, null],
    ['grant', 'Grants', '2026-01-01', null],
  ])
  await as(owner.id, (db) => dropLeadTime(db, actor, kept))
  expect(await counted(today)).toMatchObject({ standard: true })
  expect(await counted('2026-11-21')).toMatchObject({ name: 'Re-commissioning' })
})

test('rows of lead times and of committee dates that cannot be are refused by line, column and reason', async () => {
  const owner = await partnership()
  const times = 'kind,name,step,amount,unit,committee,from\nbarter,,Step,half,fortnights,,31/02/2026\n'
  const refused = await importLeadTimes(database, owner, file(times), { at })
  expect(refused).toMatchObject({ applied: false, rejectedRows: 1 })
  expect(refused.rejected.map(({ line, column }) => `${line} ${column}`)).toEqual([
    '2 name',
    '2 amount',
    '2 unit',
    '2 from',
    '2 kind',
  ])
  const dates =
    'committee,on,papers_by\nExample Board,28/01/2027,14/01/2027\n,29/01/2027,\nExample Board,25/03/2027,26/03/2027\nExample Board,28 January 2027,13/01/2027\n'
  const report = await importCommitteeDates(database, owner, file(dates), { at })
  expect(report).toMatchObject({ read: 4, added: 1, rejectedRows: 3, applied: true })
  expect(report.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 The name of the committee is missing.',
    '3 The day is missing.',
    '4 Papers cannot be due after the meeting.',
    '5 This repeats line 2.',
  ])
  const again = 'committee,on,papers_by\nExample Board,2027-01-28,2027-01-12\n'
  expect(await importCommitteeDates(database, owner, file(again), { at })).toMatchObject({ added: 0, changed: 1 })
  expect(await importCommitteeDates(database, owner, file(again), { at })).toMatchObject({ changed: 0, unchanged: 1 })
  const planning = await as(owner.id, (db) => planningOf(db, owner))
  expect(planning.committees.get('Example Board')).toEqual([{ on: '2027-01-28', papersBy: '2027-01-12' }])
})

test('the late are found, the most harmful first, without queries for each', async () => {
  const owner = await partnership()
  await importLeadTimes(database, owner, file(elc('2020-01-01')), { at })
  await written(owner, 'Specialist support', '2027-04-01')
  await written(owner, 'Day support', '2030-04-01')
  await written(owner, 'Sheltered housing', null, { noticeMonths: 3, lastReviewedOn: '2024-03-01' })
  await written(owner, 'Over', '2026-04-01')
  const others = await partnership()
  await written(others, 'Of others', '2027-04-01')
  const counted = await as(owner.id, (db) => countingQueries(() => lateContracts(db, owner, today)))
  expect(counted.result.total).toBe(2)
  expect(counted.result.contracts.map(({ title, decision }) => `${title}: ${decision.heading}`)).toEqual([
    'Specialist support: Safe start passed 31 March 2025',
    'Sheltered housing: Review was due 1 March 2025',
  ])
  expect(counted.queries).toBeLessThanOrEqual(4)
  const all = await as(owner.id, (db) => allDecisions(db, owner, today))
  expect(all.map(({ title, decision }) => `${decision.due} ${title} ${decision.kind}`)).toEqual([
    '2025-03-01 Sheltered housing review',
    '2025-03-31 Specialist support end',
    '2027-02-22 Sheltered housing notice',
    '2028-03-31 Day support end',
  ])
})

test('the daily job makes tasks of what is due soon, once, and takes them away when nothing is to be decided any more', async () => {
  const owner = await partnership()
  await importLeadTimes(database, owner, file(elc('2020-01-01')), { at })
  const contractId = await written(owner, 'Specialist support', '2027-04-01')
  await written(owner, 'Far off', '2035-04-01')
  const { handle } = onPlanTasks(database, { now: () => at })
  const run = () =>
    handle({ partnershipId: null } as never, { act: async () => {}, signal: new AbortController().signal } as never)
  const tasks = () =>
    as(owner.id, (db) => tasksDue(db, owner.id, { until: '2099-01-01', roles: ['contracts-officer'] }))
  await run()
  const first = await tasks()
  expect(first.map(({ title, due }) => `${due} ${title}`)).toEqual([
    expect.stringMatching(/^2025-03-31 Safe start passed 31 March 2025: Specialist support, [A-Z]+-CON-00001$/),
  ])
  await run()
  expect(await tasks()).toEqual(first)
  await as(owner.id, (db) =>
    procurement(db)
      .updateTable('contract')
      .set({ stage: 'withdrawn' })
      .where('partnership_id', '=', owner.id)
      .where('id', '=', contractId)
      .execute(),
  )
  await run()
  expect(await tasks()).toEqual([])
})

test('standard authorities are written once, and delegating anew keeps what was approved readable', async () => {
  const owner = await partnership()
  const actor = systemActor(owner.id)
  await as(owner.id, (db) => ensureAuthorities(db, owner.id))
  await as(owner.id, (db) => ensureAuthorities(db, owner.id))
  const standing = () => as(owner.id, (db) => authoritiesOf(db, owner.id, today))
  expect(await standing()).toHaveLength(standardAuthorities.length)
  const limits = standardAuthorities.map((one) =>
    one.role === 'contracts-officer' && one.kind === 'variation' ? { ...one, limitPence: 7_000_000 } : one,
  )
  const asked = {
    partnershipId: owner.id,
    roles: ['contracts-officer', 'commissioner', 'finance-officer'],
    from: today,
    at,
  } as const
  await as(owner.id, (db) => delegate(db, actor, { ...asked, limits }))
  const after = await standing()
  expect(after).toHaveLength(standardAuthorities.length)
  const own = after.find(({ role, kind }) => role === 'contracts-officer' && kind === 'variation')
  expect(own).toMatchObject({ limitPence: 7_000_000, from: today, until: null })
  const before = await as(owner.id, (db) => authoritiesOf(db, owner.id, '2026-11-21'))
  expect(before.find(({ role, kind }) => role === 'contracts-officer' && kind === 'variation')?.limitPence).toBe(
    5_000_000,
  )
  await as(owner.id, (db) =>
    delegate(db, actor, { ...asked, limits: limits.filter(({ role }) => role === 'commissioner') }),
  )
  expect((await standing()).map(({ role }) => role)).toEqual(Array(13).fill('commissioner'))
})

test('the database refuses two limits for one role and kind on one day, and two lead times for one kind', async () => {
  const owner = await partnership()
  await as(owner.id, (db) => ensureAuthorities(db, owner.id))
  const second = as(owner.id, (db) =>
    procurement(db)
      .insertInto('authority')
      .values({
        partnership_id: owner.id,
        id: newId(),
        role: 'commissioner',
        kind: 'award',
        limit_pence: 1,
        valid: '[2026-01-01,)',
      })
      .execute(),
  )
  expect(await second.catch(sqlState)).toBe('23P01')
  const time = (valid: string) => ({ partnership_id: owner.id, id: newId(), kind: '' as const, name: 'Example', valid })
  const twice = as(owner.id, (db) =>
    procurement(db)
      .insertInto('lead_time')
      .values([time('[2026-01-01,)'), time('[2027-01-01,)')])
      .execute(),
  )
  expect(await twice.catch(sqlState)).toBe('23P01')
})

test('two who need the standard authorities at the same time both find them', async () => {
  const owner = await partnership()
  await Promise.all([1, 2].map(() => as(owner.id, (db) => ensureAuthorities(db, owner.id))))
  expect(await as(owner.id, (db) => authoritiesOf(db, owner.id, today))).toHaveLength(standardAuthorities.length)
})
