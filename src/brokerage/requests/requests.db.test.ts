import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { asActor, type Database, sqlState } from '../../core/db/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { newId } from '../../core/values/index.ts'
import { type Work, working } from '../commands/work.ts'
import { brokerage } from '../schema/index.ts'
import { tellSpell } from '../unmet/commands/tell-spell.ts'
import type { AskedPackages } from './asked-packages.ts'
import { lockPackage } from './commands/lock-package.ts'
import { requestPackages } from './commands/request-packages.ts'
import { setPackageState } from './commands/set-package-state.ts'
import { packageBy } from './queries/package.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const

const asked = (over: Partial<AskedPackages> = {}): AskedPackages => ({
  person: {
    name: 'Example Muirhead',
    address: '12 Pretend Street, Exampleton',
    postcode: 'eh470ab',
    contacts: 'A daughter',
    risks: '',
    ownReference: '',
  },
  area: world.area,
  level: 'critical',
  noLevelReason: null,
  outcomes: ['Stay at home', 'See friends at the lunch club'],
  needs: ['personal-care', 'hoist'],
  choices: 'A bath rather than a shower',
  supportOption: 3,
  origin: 'hospital',
  assessedOn: '2026-11-20',
  readyAt: new Date('2026-11-22T09:00:00Z'),
  startBy: '2026-11-25',
  penPicture: 'Lives on the ground floor, likes the radio.',
  elements: [
    {
      serviceType: 'care-at-home',
      shortTerm: false,
      lines: [
        { band: 'evening', days: [...everyDay], minutes: 30, carers: 2 },
        { band: 'morning', days: [1, 2, 3, 4, 5], minutes: 45, carers: 2 },
      ],
    },
    {
      serviceType: 'night-support',
      shortTerm: true,
      lines: [{ band: 'night', days: [6, 7], minutes: 600, carers: 1 }],
    },
  ],
  ...over,
})

const work = <T>(body: (work: Work) => Promise<T>, at = monday) =>
  asActor(database, world.manager, (db) =>
    working({ db, partnershipId: world.partnership.id, actor: world.manager, at }, body),
  )
const request = (over: Partial<AskedPackages> = {}) => work((one) => requestPackages(one, asked(over)))
const read = <T>(body: (db: Parameters<Parameters<typeof asActor>[2]>[0]) => Promise<T>) =>
  asActor(database, world.broker, body)

test('a request makes a package for each service, with its visits, and the ledger says so without a name', async () => {
  const outcome = await request()
  if (outcome.outcome !== 'asked') throw new Error(JSON.stringify(outcome))
  const [home, night] = outcome.packages
  if (!home || !night) throw new Error('Two packages were asked for.')
  expect(home).toMatchObject({ district: 'EH47', criteria: 'scotland-national-2009', state: 'waiting', version: 1 })
  expect(night).toMatchObject({ requestId: home.requestId, personId: home.personId, need: 'night-support' })
  const kept = await read((db) => packageBy(db, world.partnership.id, { reference: home.reference }, '2026-11-22'))
  expect(kept?.lines.map(({ band, days, carers }) => [band, days.length, carers])).toEqual([
    ['morning', 5, 2],
    ['evening', 7, 2],
  ])
  expect((await read((db) => packageBy(db, world.partnership.id, { id: home.id }, '2026-11-21')))?.lines).toEqual([])
  const entries = await read((db) => entriesOf(db, world.partnership.id, { kind: 'package', id: home.id }))
  expect(entries[0]?.event).toBe('brokerage.package-asked')
  expect(JSON.stringify(entries)).not.toContain('Muirhead')
})

test('a second live package for one need of one person is refused, and possible once the first is over', async () => {
  const first = await request({ person: { ...person(), ownReference: 'SW-1' } })
  if (first.outcome !== 'asked') throw new Error(JSON.stringify(first))
  const [home, night] = first.packages
  if (!home || !night) throw new Error('Two packages were asked for.')
  const again = await request({ person: { id: home.personId } })
  expect(again).toEqual({
    outcome: 'refused',
    problems: [home, night].map(({ reference }, at) => ({
      at: `elements.${at}.serviceType`,
      sentence: `${reference} is a live package for this already: change that one, or end it first`,
    })),
  })
  expect(await request({ person: { ...person(), ownReference: 'SW-1' } })).toMatchObject({ outcome: 'refused' })
  for (const { id } of [home, night])
    await work(async (one) => {
      await lockPackage(one, id)
      await setPackageState(one, id, 'withdrawn', { on: '2026-11-23', reason: 'Went to live with family' })
      await tellSpell(one, id)
    })
  const [a, b] = await Promise.all([1, 2].map(() => request({ person: { id: home.personId } })))
  expect([a?.outcome, b?.outcome].sort()).toEqual(['asked', 'refused'])
  const refused = await read((db) =>
    brokerage(db)
      .updateTable('care_package')
      .set({ state: 'waiting', ended_on: null })
      .where('partnership_id', '=', world.partnership.id)
      .where('id', '=', home.id)
      .execute(),
  ).catch(sqlState)
  expect(refused).toBe('23505')
})

const person = () => {
  const { person } = asked()
  if ('id' in person) throw new Error('Somebody new was meant.')
  return person
}

test('what is wrong with a request comes back in sentences, and nothing is kept', async () => {
  const before = await counts()
  const [home] = asked().elements
  if (!home) throw new Error('No element.')
  const outcome = await request({
    startBy: '2026-11-19',
    level: 'eligible',
    needs: ['personal-care', 'Mrs Muirhead'],
    penPicture: 'Mrs Muirhead of Pretend Street, call 01506 000 000',
    elements: [
      { ...home, lines: [{ band: 'morning', days: [], minutes: 30, carers: 1 }] },
      {
        ...home,
        lines: [
          { band: 'night', days: [1], minutes: 1440, carers: 1 },
          { band: 'morning', days: [1], minutes: 5, carers: 1 },
        ],
      },
    ],
  })
  expect(outcome).toEqual({
    outcome: 'refused',
    problems: [
      { at: 'startBy', sentence: 'The start must not be before the assessment' },
      {
        at: 'level',
        sentence: 'Choose a level of the criteria that held at the assessment: National eligibility criteria',
      },
      { at: 'needs', sentence: 'Choose needs from the list only: nothing else, and no name, can stand among them' },
      {
        at: 'penPicture',
        sentence:
          'The pen picture holds the person’s name, the person’s street and a long number. Take it out: providers read this before they know who it is',
      },
      { at: 'elements.0.lines', sentence: 'Enter at least one visit: there are none in this week' },
      { at: 'elements.1.serviceType', sentence: 'This service is asked for twice: put all its visits together' },
      { at: 'elements.1.lines', sentence: 'The visits of Monday come to more than 24 hours' },
    ],
  })
  expect(await counts()).toEqual(before)
})

const counts = () =>
  read((db) =>
    brokerage(db)
      .selectFrom('person as p')
      .select(({ fn, selectFrom }) => [
        fn.countAll().as('people'),
        selectFrom('care_package').select(fn.countAll().as('n')).as('packages'),
      ])
      .executeTakeFirst(),
  )

test('the database itself refuses a name among the codes of needs', async () => {
  const { id } = await world.askPackage()
  const refused = await read((db) =>
    brokerage(db)
      .updateTable('care_package')
      .set({ needs: ['Mrs Muirhead'] })
      .where('id', '=', id)
      .execute(),
  ).catch(sqlState)
  expect(refused).toBe('23514')
})

test('a package is locked by the version that was seen; an old one is a conflict, another partnership’s is not found', async () => {
  const { id } = await world.askPackage()
  const seen = await work((one) => lockPackage(one, id, { version: 1 }))
  expect(seen).toMatchObject({ outcome: 'locked', package: { id, version: 2 } })
  expect(await work((one) => lockPackage(one, id, { version: 1 }))).toMatchObject({ outcome: 'conflict' })
  expect(await work((one) => lockPackage(one, id))).toMatchObject({ outcome: 'locked', package: { version: 3 } })
  await expect(work((one) => lockPackage(one, newId()))).rejects.toThrow('not found')
  const other = await newBrokerage(database)
  const theirs = await other.askPackage()
  await expect(work((one) => lockPackage(one, theirs.id))).rejects.toThrow('not found')
  const both = await Promise.all([1, 2].map(() => work((one) => lockPackage(one, id, { version: 3 }))))
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'locked'])
})
