import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract, sampleDetail, sampleRate, staffOf } from '../../../test/support/sample-contract.ts'
import type { Actor, Partnership } from '../../core/auth/index.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db, json } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { NewLot } from '../change.ts'
import type { ContractDetail } from '../contract.ts'
import { importNationalFrameworks, importNationalRates } from '../rates/import-national.ts'
import { procurement } from '../schema/index.ts'
import { applyRound } from './commands/apply-round.ts'
import { draftRound, dropRound, redraftRound } from './commands/draft-round.ts'
import { appliedLines } from './queries/applied-lines.ts'
import { draftContent } from './queries/round-content.ts'
import { upliftRound } from './queries/rounds.ts'
import type { UpliftChange, UpliftScope } from './uplift-terms.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-24T10:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const from = '2027-04-01'
const percent = (basisPoints: number): UpliftChange => ({ kind: 'percent', basisPoints })

/** A contract, and a round over it that is drafted and looked at. */
async function world(over: { lot?: Partial<NewLot>; detail?: Partial<ContractDetail> } = {}) {
  const detail = { ...sampleDetail, careGroups: ['older-people'], ...over.detail }
  const sample = await awardedContract(database, { detail }, over.lot)
  const { partnership, contract } = sample
  const finance = staffOf(partnership, 'finance-officer')
  const scope: UpliftScope = { kind: 'contract', contractId: contract.id, reference: contract.reference }
  const as = <T>(work: (db: Db) => Promise<T>, actor: Actor = finance) => asActor(database, actor, work)
  const draft = (change: UpliftChange, about: UpliftScope = scope) => {
    const asked = { title: 'Care at home, 2027/28', from, terms: { scope: about, change }, reason: 'Budget of March' }
    return as((db) => draftRound(db, finance, { partnership, asked, at }))
  }
  const look = (reference: string) =>
    as(async (db) => {
      const round = await upliftRound(db, partnership.id, reference)
      if (!round) throw new Error('There is no such round.')
      const content = await draftContent(db, finance, partnership, round, '2026-11-24')
      return { round, model: content.model, seen: { version: round.version, fingerprint: content.model.fingerprint } }
    })
  const apply = (
    reference: string,
    seen: { version: number; fingerprint: string },
    actor: Actor = finance,
    when = at,
  ) => as((db) => applyRound(db, actor, { partnership, reference, seen, at: when }), actor)
  return { ...sample, finance, scope, as, draft, look, apply }
}

const pricesOn = (contract: Awaited<ReturnType<Awaited<ReturnType<typeof world>>['now']>>, day: string) =>
  contract.lots
    .flatMap((lot) => lot.rateLines)
    .map(({ rates }) => rates.filter((rate) => rate.from <= day && (rate.until === null || day < rate.until)))
    .map((pieces) => pieces.map(({ pence }) => pence))

test('a round is applied in one step, and what each price was and became can be read back with why, who and when', async () => {
  const { as, draft, look, apply, now, contract, partnership, finance, lead, fallback } = await world()
  const reference = await draft(percent(350))
  expect(reference).toMatch(/-UPL-00001$/)
  const { seen, model } = await look(reference)
  expect(model).toMatchObject({ changed: 2, capProblems: 0, belowFloor: 0 })
  expect(pricesOn(await now(), from)).toEqual([[2100], [2150]])
  expect(await apply(reference, seen)).toEqual({ outcome: 'applied', changed: 2, contracts: 1 })

  const after = await now()
  expect(after.version).toBe(2)
  expect(pricesOn(after, '2027-03-31')).toEqual([[2100], [2150]])
  expect(pricesOn(after, from)).toEqual([[2174], [2225]])
  expect(pricesOn(await now(new Date('2026-11-24T09:59:00Z')), from)).toEqual([[2100], [2150]])
  const read = await as(async (db) => {
    const round = await upliftRound(db, partnership.id, reference)
    if (!round) throw new Error('There is no such round.')
    const changes = await procurement(db)
      .selectFrom('contract_change as c')
      .select(['c.kind', 'c.version', 'c.reason', 'c.decided_by', 'c.value_pence'])
      .where('c.contract_id', '=', contract.id)
      .where('c.kind', '=', 'uplift')
      .execute()
    const told = await entriesOf(db, partnership.id, { kind: 'uplift-round', id: round.id })
    return { round, changes, lines: await appliedLines(db, partnership.id, round.id), told }
  })
  const by = finance.kind === 'staff' ? finance.accountId : null
  expect(read.round).toMatchObject({ state: 'applied', appliedAt: at, appliedBy: by, reason: 'Budget of March' })
  expect(
    read.lines.map(({ organisation, before, after, careGroup }) => [organisation, before, after, careGroup]),
  ).toEqual([
    [lead.name, 2100, 2174, 'older-people'],
    [fallback.name, 2150, 2225, 'older-people'],
  ])
  // 10,000 hours each at 74 and 75 pence more, in the one year that is left of the term.
  expect(read.changes).toEqual([
    { kind: 'uplift', version: 2, reason: 'Budget of March', decided_by: by, value_pence: expect.anything() },
  ])
  expect(Number(read.changes[0]?.value_pence)).toBe(10_000 * (74 + 75))
  expect(read.told.map(({ event, rule, ruleVersion }) => [event, rule, ruleVersion])).toEqual([
    ['procurement.uplift-drafted', 'uplift', '1'],
    ['procurement.uplift-applied', 'uplift', '1'],
  ])
})

test('a new price over its cap is refused by the rule, and by the database when the rule is passed by', async () => {
  const { as, draft, look, apply, now, partnership } = await world()
  const reference = await draft(percent(2000))
  const { seen, model } = await look(reference)
  expect(model.capProblems).toBe(2)
  expect(await apply(reference, seen)).toMatchObject({
    outcome: 'refused',
    because: 'above-cap',
    sentence: expect.stringMatching(/^The new price is above its cap: Example Care .*, hour\. So is one other\.$/),
  })
  expect((await now()).version).toBe(1)
  const bypass = as(async (db) => {
    const row = await procurement(db)
      .selectFrom('rate as r')
      .selectAll()
      .where('r.partnership_id', '=', partnership.id)
      .executeTakeFirstOrThrow()
    await procurement(db)
      .insertInto('rate')
      .values({ ...row, id: newId(), held: '[2040-01-01,)', known: '[2027-01-01,)', pence: 2501 })
      .execute()
  })
  await expect(bypass).rejects.toThrow(/no_rate_above_its_cap/)
})

test('of two who apply one round at once, one does and the other is told', async () => {
  const { draft, look, apply, now, partnership } = await world()
  const other = staffOf(partnership, 'commissioner')
  const reference = await draft(percent(350))
  const { seen } = await look(reference)
  const outcomes = await Promise.all([apply(reference, seen), apply(reference, seen, other, later(1))])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'refused'])
  expect(outcomes).toContainEqual({
    outcome: 'refused',
    because: 'not-a-draft',
    sentence: 'A colleague has applied this round already.',
  })
  expect(pricesOn(await now(), from)).toEqual([[2174], [2225]])
})

test('of two rounds over the same prices at once, the second is looked at again and goes on top of the first', async () => {
  const { draft, look, apply, now, partnership } = await world()
  const other = staffOf(partnership, 'commissioner')
  const [one, two] = [await draft(percent(200)), await draft(percent(300))]
  const [first, second] = [await look(one), await look(two)]
  const outcomes = await Promise.all([apply(one, first.seen), apply(two, second.seen, other, later(1))])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'refused'])
  expect(outcomes.find(({ outcome }) => outcome === 'refused')).toMatchObject({ because: 'changed-meanwhile' })
  const left = outcomes[0]?.outcome === 'applied' ? two : one
  expect((await apply(left, (await look(left)).seen, other, later(2))).outcome).toBe('applied')
  expect((await now()).version).toBe(3)
  const [prices] = pricesOn(await now(), from)
  expect([[Math.round(2142 * 1.03)], [Math.round(2163 * 1.02)]]).toContainEqual(prices)
})

test('who may not approve so much does not apply it', async () => {
  const { draft, look, apply, officer, partnership, now } = await world({
    lot: { rates: [sampleRate(null, 2100, { yearlyUnits: 100_000 })] },
  })
  expect(await apply('XX-UPL-00009', { version: 1, fingerprint: '' })).toEqual({ outcome: 'not-found' })
  const nothing = await draft(percent(1))
  expect(await apply(nothing, (await look(nothing)).seen)).toMatchObject({ because: 'nothing-changes' })
  const reference = await draft(percent(1000))
  const { seen, model } = await look(reference)
  // £210,000 more in the year that is left: over the officer's £50,000, within the finance officer's two million.
  expect(model.worth).toEqual({ pence: 100_000 * 210, known: true })
  for (const who of [officer, staffOf(partnership, 'broker')])
    expect(await apply(reference, seen, who)).toMatchObject({ outcome: 'refused', because: 'no-authority' })
  expect((await now()).version).toBe(1)
  expect((await apply(reference, seen)).outcome).toBe('applied')
})

test('a round that a colleague changed is not applied, written over or dropped by who has not seen the change', async () => {
  const { as, draft, look, apply, finance, scope, partnership, now } = await world()
  const reference = await draft(percent(350))
  const { round, seen } = await look(reference)
  const anew = (version: number, basisPoints: number) => {
    const asked = { title: 'Again', from, terms: { scope, change: percent(basisPoints) }, reason: 'Budget of April' }
    const which = { partnershipId: partnership.id, id: round.id, version, asked, at }
    return as((db) => redraftRound(db, finance, which))
  }
  expect(await anew(1, 400)).toBe(true)
  expect(await anew(1, 500)).toBe(false)
  expect(await apply(reference, seen)).toMatchObject({ because: 'changed-meanwhile' })
  const drop = (version: number) =>
    as((db) => dropRound(db, finance, { partnershipId: partnership.id, id: round.id, version, at }))
  expect(await drop(1)).toBe(false)
  expect(await drop(2)).toBe(true)
  expect(await apply(reference, { ...seen, version: 3 })).toMatchObject({
    because: 'not-a-draft',
    sentence: 'A colleague has dropped this round.',
  })
  expect((await now()).version).toBe(1)
})

test('thousands of prices take as many statements as a few hundred do', async () => {
  const levels = Array.from({ length: 550 }, (_, n) => `Level ${n}`)
  const counted = async (count: number) => {
    const { as, draft, partnership, scope, contract, finance, look, lead, fallback } = await world()
    const lot = contract.lots[0]
    if (!lot) throw new Error('There is no lot.')
    await as((db) => manyLines(db, partnership, contract.id, lot.id, [lead.id, fallback.id], levels.slice(0, count)))
    const reference = await draft(percent(350), scope)
    const { seen, model } = await look(reference)
    expect(model.changed).toBe(2 * count + 2)
    const { result, queries } = await countingQueries(() =>
      as((db) => applyRound(db, finance, { partnership, reference, seen, at })),
    )
    expect(result).toMatchObject({ outcome: 'applied', changed: 2 * count + 2 })
    return queries
  }
  const [few, many] = [await counted(50), await counted(550)]
  expect(few).toBeLessThan(40)
  // Rows go in slices of a thousand: one more statement or two for each.
  expect(many - few).toBeLessThan(20)
})

async function manyLines(
  db: Db,
  partnership: Partnership,
  contractId: Id,
  lotId: Id,
  organisations: readonly Id[],
  levels: readonly string[],
): Promise<void> {
  const { change_id, cap_id, cap_pence } = await procurement(db)
    .selectFrom('rate as r')
    .select(['r.change_id', 'r.cap_id', 'r.cap_pence'])
    .where('r.partnership_id', '=', partnership.id)
    .where('r.contract_id', '=', contractId)
    .executeTakeFirstOrThrow()
  const common = { partnership_id: partnership.id, contract_id: contractId, lot_id: lotId, capped: true, parties: [] }
  const rows = organisations.flatMap((organisation_id) =>
    levels.map((level) => ({
      ...common,
      id: newId(),
      organisation_id,
      basis: 'tendered' as const,
      unit: 'hour' as const,
      visit_minutes: null,
      day_type: 'any' as const,
      level,
      includes: '',
      yearly_units: 10,
    })),
  )
  await procurement(db).insertInto('rate_line').values(rows).execute()
  const rates = rows.map(({ id }) => ({
    ...common,
    id: newId(),
    subject_id: id,
    pence: 2000,
    cap_id,
    cap_pence,
    change_id,
    uplift_round_id: null,
    held: '[2025-04-01,)',
    known: '[2026-03-02T10:00:00Z,)',
  }))
  await procurement(db).insertInto('rate').values(rates).execute()
}

test('a national table brings its prices to every contract on its terms, and the round keeps what that did', async () => {
  const frameworks = fileInMemory(
    'frameworks.csv',
    'key,owner,title,nation,start,end,latest_end,source,note\nexample-homes,Example owner,Example care home contract,scotland,2013-04-01,,,,\n',
  )
  const rates = (...rows: string[]) =>
    fileInMemory('rates.csv', ['framework,unit,level,rate,from,until,source,note', ...rows].join('\n'))
  expect(await importNationalFrameworks(database, frameworks, { at })).toMatchObject({ added: 1 })
  expect(await importNationalFrameworks(database, frameworks, { at })).toMatchObject({ added: 0, unchanged: 1 })
  const first = await importNationalRates(
    database,
    rates(
      'example-homes,week,nursing,900.00,2026-04-06,,,',
      'example-homes,week,nursing,"936.00",05/04/2027,,,',
      'example-homes,fortnight,nursing,1,2026-04-06,,,',
      'nobody,week,nursing,0.001,2026-13-01,,,',
    ),
    { at },
  )
  expect(first).toMatchObject({ added: 2, rejectedRows: 2 })
  expect(first.rejected.map(({ line, column }) => [line, column])).toEqual([
    [4, 'unit'],
    [5, 'framework'],
    [5, 'rate'],
    [5, 'from'],
  ])

  const { draft, look, apply, now } = await world({
    detail: { kind: 'national-contract', nationalFramework: 'example-homes' },
    lot: {
      needsLead: false,
      caps: [],
      rates: [sampleRate(null, null, { basis: 'national', unit: 'week', level: 'nursing', yearlyUnits: 5200 })],
    },
  })
  const scope = { kind: 'national' as const, key: 'example-homes', title: 'Example care home contract' }
  const reference = await draft({ kind: 'table' }, scope)
  // The new table is from 5 April; on 1 April the old one still holds.
  expect((await look(reference)).model).toMatchObject({ changed: 0 })
  const corrected = await importNationalRates(database, rates('example-homes,week,nursing,936.00,2027-04-01,,,'), {
    at,
  })
  expect(corrected).toMatchObject({ added: 1, changed: 0 })
  const { seen, model } = await look(reference)
  expect(model.lines).toMatchObject([{ before: 90_000, after: 93_600, left: null }])
  expect(model.groups.map(({ careGroup }) => careGroup)).toEqual(['older-people'])
  expect(await apply(reference, seen)).toEqual({ outcome: 'applied', changed: 1, contracts: 1 })
  expect(await now()).toMatchObject({ version: 2 })
  expect((await now()).lots[0]?.rateLines[0]?.rates).toEqual([])
})

test('a round of another partnership, and a contract of another, are not there', async () => {
  const [mine, theirs] = [await world(), await world()]
  const reference = await theirs.draft(percent(350))
  const seen = (await theirs.look(reference)).seen
  expect(await mine.apply(reference, seen)).toEqual({ outcome: 'not-found' })
  const reach = await mine.draft(percent(350), theirs.scope)
  expect((await mine.look(reach)).model.lines).toEqual([])
  const write = asActor(database, mine.finance, (db) =>
    procurement(db)
      .updateTable('uplift_round')
      .set({ terms: json<unknown>({}) })
      .where('partnership_id', '=', theirs.partnership.id)
      .executeTakeFirst(),
  )
  expect((await write).numUpdatedRows).toBe(0n)
  await asActor(database, systemActor(theirs.partnership.id), async (db) => {
    expect((await upliftRound(db, theirs.partnership.id, reference))?.version).toBe(1)
  })
})
