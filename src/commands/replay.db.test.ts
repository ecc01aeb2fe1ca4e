import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../test/support/brokerage.ts'
import { openNew } from '../../test/support/new-database.ts'
import { runCommand } from '../../test/support/run-command.ts'
import { answerOffer } from '../brokerage/offers/commands/answer-offer.ts'
import { openRound } from '../brokerage/offers/commands/open-round.ts'
import { offersOfPackage } from '../brokerage/offers/queries/offer.ts'
import type { Database } from '../core/db/index.ts'

let database: Database
let folder: string
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  folder = await mkdtemp(join(tmpdir(), 'mercat-replay-'))
  world = await newBrokerage(database)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: string[]) => runCommand(args, { cwd: folder, on: database })
const write = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content))

const rule = {
  name: 'Lead only',
  service: 'Care at home',
  from: '2026-12-01',
  reason: 'Example',
  clock: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  steps: [{ pool: 'lead', windowMinutes: 180 }],
}

test('rules are imported from JSON: the good ones taken, the others said, a repeat changes nothing', async () => {
  await write('rules.json', {
    rules: [
      rule,
      { ...rule, service: 'Day support', name: 'Days' },
      { ...rule, service: 'Nothing of the kind' },
      { ...rule, steps: [{ pool: 'lead', windowMinutes: 0 }] },
      { ...rule, contract: 'C-9' },
    ],
  })
  const importing = ['import', 'offer-rules', 'rules.json', '--partnership', world.partnership.slug, '--json']
  const tried = await run(...importing, '--dry-run')
  expect(JSON.parse(tried.out)).toMatchObject({ read: 5, added: 1, changed: 1, rejectedRows: 3, dryRun: true })
  expect(JSON.parse((await run(...importing, '--all-or-nothing')).out)).toMatchObject({ added: 0, applied: false })
  const taken = await run(...importing)
  expect(taken.exit).toBe(0)
  expect(JSON.parse(taken.out)).toMatchObject({
    added: 1,
    changed: 1,
    rejected: [
      { line: 3, reason: 'There is no kind of service named “Nothing of the kind”.' },
      { line: 4, reason: 'Step 1: it has no time to answer. A round would wait for ever.' },
      { line: 5, reason: 'The register has no awarded contract C-9.' },
    ],
  })
  expect(JSON.parse((await run(...importing)).out)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('past rounds are replayed under the rule of a file, as one JSON document', async () => {
  const { partnership, fallbacks, lead } = world
  const asked = await world.askPackage()
  await world.act(
    (db) =>
      openRound(db, world.broker, {
        partnershipId: partnership.id,
        packageId: asked.id,
        version: asked.version,
        at: monday,
      }),
    world.broker,
  )
  const answer = async (
    by: { readonly id: string },
    minutes: number,
    answer: Parameters<typeof answerOffer>[2]['answer'],
  ) => {
    const offers = await world.act((db) => offersOfPackage(db, partnership.id, asked.id))
    const offerId = offers.find(({ organisationId }) => organisationId === by.id)?.id ?? ''
    const outcome = await world.act((db) =>
      answerOffer(db, world.providerOf(by), { partnershipId: partnership.id, offerId, answer, at: minutesOn(minutes) }),
    )
    expect(outcome).toMatchObject({ outcome: 'done' })
  }
  await answer(lead, 5, { kind: 'decline', reason: 'no-capacity-time', words: '' })
  await answer(fallbacks[0], 9, { kind: 'accept', startOn: '2026-11-30' })
  await write('lead.json', rule)
  const days = ['--from', '2026-11-23', '--to', '2026-11-23', '--partnership', partnership.slug]
  const replayed = await run('replay', '--rule', 'lead.json', ...days, '--json')
  expect(replayed.exit).toBe(0)
  expect(JSON.parse(replayed.out)).toMatchObject({
    partnership: partnership.slug,
    rule: { name: 'Lead only', serviceType: 'care-at-home', contract: null },
    rounds: 1,
    same: 0,
    wantedMinutes: 420,
    before: { offers: 2, placedMinutes: 420 },
    after: { offers: 1, placedMinutes: 0 },
    asked: [{ reference: asked.reference, after: [{ organisationId: lead.id, minutes: 0, basis: 'answer' }] }],
  })
  const said = await run('replay', '--rule', 'lead.json', ...days)
  expect(said.out).toContain('1 round on 23 November 2026, 7.0 hours a week wanted; 0 go as they went.')
})

test('a rule that could never end, two rules, no file and days the wrong way round are each refused in a sentence', async () => {
  await write('endless.json', { ...rule, clock: { ...rule.clock, days: [] } })
  await write('two.json', [rule, rule])
  const days = ['--partnership', world.partnership.slug, '--from', '2026-11-23', '--to', '2026-11-24', '--json']
  const refused = async (file: string, more = days) => {
    const said = await run('replay', '--rule', file, ...more)
    expect(said.exit).toBe(1)
    return JSON.parse(said.out).error as string
  }
  expect(await refused('endless.json')).toContain('A round would wait for ever.')
  expect(await refused('two.json')).toBe('two.json has 2 rules: give a file with one.')
  expect(await refused('none.json')).toContain('none.json')
  const turned = ['--partnership', world.partnership.slug, '--from', '2026-11-24', '--to', '2026-11-23', '--json']
  await write('fine.json', rule)
  expect(await refused('fine.json', turned)).toBe('The days end on 2026-11-23, before they begin on 2026-11-24.')
})
