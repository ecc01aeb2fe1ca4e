import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOrganisation } from '../../../test/support/identity.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { registrationDuties } from '../reference/registration-duties.ts'
import { awardGate, liftSuspension, suspendProvider } from './commands/placement-gate.ts'
import { organisationForRegistration, tellRegistration } from './commands/tell-registration.ts'
import { dutyToRegister } from './queries/duty.ts'
import { mayBeAwarded, type PlaceQuestion } from './queries/may-be-awarded.ts'
import { registeredByName, registeredProviders } from './queries/registered-providers.ts'
import { registrationsOf } from './queries/registrations.ts'
import { suspensionsOf } from './queries/suspensions.ts'
import { organisations } from './schema.ts'

const at = new Date('2026-11-22T09:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const regulator = 'care-inspectorate'
const atHome = { care_service: 'Support Service', subtype: 'Care at Home', service_type: 'care-at-home', places: null }

let database: Database
beforeAll(async () => {
  database = await openNew()
  await pictureRegister(database, {
    asOf: '2026-10-31',
    services: [
      { number: 'CS1', name: 'Example House', provider_number: 'SP1', provider_name: 'Example Care Ltd' },
      { ...atHome, number: 'CS2', name: 'Example at Home', provider_number: 'SP1', provider_name: 'Example Care Ltd' },
      { ...atHome, number: 'CS3', name: 'Sample at Home', provider_number: 'SP2', provider_name: 'Sample Care' },
      { ...atHome, number: 'CS4', name: 'Sample Elsewhere', provider_number: 'SP3', provider_name: 'Sample Care' },
      { number: 'CS5', name: 'Closed House', status: 'inactive', provider_number: 'SP4', provider_name: 'Closed Care' },
      { number: 'CS6', name: 'One Person’s House', provider_number: 'SP5', provider_name: null },
    ],
  })
})
afterAll(() => database.close())

const shared = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor(), work)
const found = (providerNumber: string) =>
  shared((db) => organisationForRegistration(db, at, { regulator, providerNumber }))

test('the law of each nation says which services are registered, since when, and loading it again changes nothing', async () => {
  const duty = (nation: 'scotland' | 'england', service: string | null, on: string) =>
    asActor(database, publicActor, (db) => dutyToRegister(db, nation, service, on))
  expect(await duty('scotland', 'care-at-home', '2011-03-31')).toBeNull()
  expect(await duty('scotland', 'care-at-home', '2011-04-01')).toMatchObject({ regulator: 'care-inspectorate' })
  expect(await duty('england', 'care-at-home', '2026-11-22')).toMatchObject({ regulator: 'cqc' })
  expect(await duty('england', 'housing-support', '2026-11-22')).toBeNull()
  expect(await duty('scotland', 'telecare', '2026-11-22')).toBeNull()
  expect(await duty('scotland', null, '2026-11-22')).toBeNull()
  const { count } = await shared((db) =>
    organisations(db)
      .selectFrom('registration_duty')
      .select(sql<number>`count(*)::integer`.as('count'))
      .executeTakeFirstOrThrow(),
  )
  expect(count).toBe(registrationDuties.flatMap(({ serviceTypes }) => serviceTypes).length)
})

test('a provider of the register is found or added once, under the register’s name', async () => {
  const first = await found('SP1')
  expect(first).toMatchObject({ name: 'Example Care Ltd', added: true })
  expect(await found('SP1')).toEqual({ ...first, added: false })
  expect(await found('SP9')).toBeUndefined()
  // Two providers of one name are two, told apart by the number; one without a name has its service's.
  expect(await found('SP2')).toMatchObject({ name: 'Sample Care' })
  expect(await found('SP3')).toMatchObject({ name: 'Sample Care (SP3)', added: true })
  expect(await found('SP5')).toMatchObject({ name: 'One Person’s House' })
  const ids = first ? [first.id] : []
  expect(await shared((db) => registrationsOf(db, ids))).toEqual([
    { id: first?.registrationId, organisationId: first?.id, regulator, providerNumber: 'SP1' },
  ])
})

test('a registration is told once, of a number that a register names and nobody else has', async () => {
  const organisation = await newOrganisation(database, 'Told Care')
  const other = await newOrganisation(database, 'Other Care')
  const tell = (organisationId: Id, providerNumber: string) =>
    shared((db) => tellRegistration(db, systemActor(), { organisationId, regulator, providerNumber, at }))
  expect(await tell(organisation.id, 'SP77')).toEqual({
    outcome: 'refused',
    because: 'unknown-number',
    sentence: 'No register of the Care Inspectorate here names a provider with the number SP77.',
  })
  const told = await tell(organisation.id, 'SP4')
  expect(told).toMatchObject({ outcome: 'told' })
  expect(await tell(organisation.id, 'SP4')).toEqual(told)
  expect(await tell(other.id, 'SP4')).toMatchObject({
    because: 'anothers',
    sentence: 'SP4 is the number of Told Care.',
  })
})

test('providers of an area are listed with what they run there, and looked up by their names', async () => {
  const listed = await shared((db) => registeredProviders(db, { area: 'S12000040' }))
  expect(listed.map(({ providerNumber, services }) => [providerNumber, services])).toEqual([
    ['SP1', 2],
    ['SP2', 1],
    ['SP3', 1],
  ])
  expect(listed[0]?.serviceTypes).toEqual(['care-at-home', 'care-home-older-people'])
  const sample = await shared((db) => registeredProviders(db, { area: 'S12000040', name: 'sample', limit: 1 }))
  expect(sample.map(({ providerNumber }) => providerNumber)).toEqual(['SP2'])
  const homes = { area: 'S12000040', serviceType: 'care-home-older-people' }
  expect((await shared((db) => registeredProviders(db, homes))).map(({ name }) => name)).toEqual(['Example Care Ltd'])
  const names = ['EXAMPLE CARE LTD ', 'Sample Care', 'Nobody']
  const byName = await shared((db) => registeredByName(db, { regulator, names }))
  expect([...byName].map(([name, providers]) => [name, providers.map((one) => one.providerNumber)])).toEqual([
    ['EXAMPLE CARE LTD ', ['SP1']],
    ['Sample Care', ['SP2', 'SP3']],
    ['Nobody', []],
  ])
})

test('a place needs a registration where the law wants one, and no suspension on its day', async () => {
  const partnership = { ...(await newPartnership(database)), nation: 'scotland' as const }
  const actor = systemActor(partnership.id)
  const registered = await found('SP1')
  if (!registered) throw new Error('It is in the register.')
  const unknown = await newOrganisation(database, 'Unknown Care')
  const asked: PlaceQuestion = { organisationId: registered.id, serviceType: 'care-at-home', on: '2026-12-01' }
  const all = (places: Partial<PlaceQuestion>[], when = at) =>
    asActor(database, actor, (db) =>
      mayBeAwarded(
        db,
        { partnership, at: when },
        places.map((over) => ({ ...asked, ...over })),
      ),
    )
  const may = async ({ at: when, ...over }: Partial<PlaceQuestion> & { at?: Date } = {}) => (await all([over], when))[0]
  // Many at once are answered in the order in which they are asked, one asked twice both times.
  const another = { organisationId: unknown.id }
  expect(await all([another, {}, { ...another, serviceType: null }, another])).toMatchObject([
    { because: 'unregistered' },
    { allowed: true, registrationId: registered.registrationId },
    { allowed: true, registrationId: null },
    { because: 'unregistered' },
  ])
  await expect(all([{}, { organisationId: partnership.id }])).rejects.toMatchObject({ kind: 'not-found' })
  expect(await may()).toMatchObject({ allowed: true, registrationId: registered.registrationId })
  expect(await may({ organisationId: unknown.id })).toMatchObject({ allowed: false, because: 'unregistered' })
  expect(await may({ organisationId: unknown.id, on: '2008-01-01' })).toMatchObject({ because: 'unregistered' })
  expect(await may({ organisationId: unknown.id, serviceType: 'telecare' })).toEqual({
    allowed: true,
    duty: null,
    registrationId: null,
  })
  const suspend = (from: string, until: string | null, instant: Date) =>
    asActor(database, actor, (db) =>
      suspendProvider(db, actor, {
        partnershipId: partnership.id,
        organisationId: registered.id,
        from,
        until,
        reason: 'Grades fell to weak',
        at: instant,
      }),
    )
  // What was placed this morning was placed before.
  await asActor(database, actor, (db) => awardGate(db, partnership.id, registered.id, at))
  expect(await suspend('2026-12-01', '2026-12-15', later(1))).toMatchObject({ outcome: 'suspended' })
  expect(await may({ at: later(2) })).toMatchObject({ because: 'suspended' })
  expect(await may({ at: later(2), on: '2026-12-15' })).toMatchObject({ allowed: true })
  expect(await suspend('2026-12-14', null, later(3))).toMatchObject({ because: 'suspended-already' })
  const [coming] = await asActor(database, actor, (db) => suspensionsOf(db, partnership.id))
  expect(coming).toMatchObject({ organisation: 'Example Care Ltd', from: new Date('2026-12-01T00:00:00Z') })
  const lift = (id: Id, instant: Date, reason = 'Grades are good again') =>
    asActor(database, actor, (db) =>
      liftSuspension(db, actor, { partnershipId: partnership.id, id, reason, at: instant }),
    )
  // Not begun: taken back, as if it had never been.
  expect(await lift(coming?.id ?? '', later(4))).toEqual({ outcome: 'lifted' })
  expect(await asActor(database, actor, (db) => suspensionsOf(db, partnership.id))).toEqual([])
  const now = await suspend('2026-11-22', null, later(5))
  if (now.outcome !== 'suspended') throw new Error('It is not suspended.')
  expect(await may({ at: later(6), on: '2026-11-22' })).toMatchObject({ because: 'suspended' })
  // The database says so too, whoever forgets to ask.
  await expect(
    asActor(database, actor, (db) => awardGate(db, partnership.id, registered.id, later(6))),
  ).rejects.toThrow('Placing with this organisation is suspended')
  expect(await lift(now.id, later(7), ' ')).toMatchObject({ because: 'no-reason' })
  expect(await lift(now.id, later(7))).toEqual({ outcome: 'lifted' })
  expect(await lift(now.id, later(8))).toMatchObject({ because: 'over' })
  await expect(lift(registered.id, later(8))).rejects.toThrow('This suspension was not found')
  expect(await may({ at: later(8), on: '2026-11-22' })).toMatchObject({ allowed: true })
  await asActor(database, actor, async (db) => {
    await awardGate(db, partnership.id, registered.id, later(9))
    const told = await entriesOf(db, partnership.id, { kind: 'organisation', id: registered.id })
    expect(told.map(({ event }) => event)).toEqual([
      'providers.placing-suspended',
      'providers.suspension-lifted',
      'providers.placing-suspended',
      'providers.suspension-lifted',
    ])
  })
})

test('a suspension is its partnership’s own, and an award of another partnership is free', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const organisation = await newOrganisation(database, 'Two Towns Care')
  const [actor, other] = [systemActor(mine.id), systemActor(theirs.id)]
  await asActor(database, actor, (db) =>
    suspendProvider(db, actor, {
      partnershipId: mine.id,
      organisationId: organisation.id,
      from: '2026-11-22',
      until: null,
      reason: 'Weak grades',
      at,
    }),
  )
  expect(await asActor(database, other, (db) => suspensionsOf(db, mine.id))).toEqual([])
  const place = { organisationId: organisation.id, serviceType: null, on: '2026-11-23' }
  const elsewhere = { partnership: { id: theirs.id, nation: 'scotland' as const }, at }
  const free = await asActor(database, other, (db) => mayBeAwarded(db, elsewhere, [place]))
  expect(free).toMatchObject([{ allowed: true }])
  // The database keeps awards and suspensions apart even for its owner.
  await expect(
    sql`insert into placement_gate (partnership_id, id, organisation_id, kind, during, reason)
      values (${mine.id}, gen_random_uuid(), ${organisation.id}, 'award', tstzrange(${at}, ${at}, '[]'), '')`.execute(
      ownerOf(database),
    ),
  ).rejects.toThrow(/nothing_is_awarded_while_suspended/)
})
