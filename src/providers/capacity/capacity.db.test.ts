import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOrganisation } from '../../../test/support/identity.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { entriesOf, verifyLedger } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { CapacityAt, MinutesByBand } from './capacity.ts'
import { declareCapacity } from './commands/declare-capacity.ts'
import { giveBackCapacity } from './commands/give-back-capacity.ts'
import { takeCapacity } from './commands/take-capacity.ts'
import { declaredCapacity } from './queries/declared-capacity.ts'
import { freeCapacity } from './queries/free-capacity.ts'

const now = new Date('2026-11-23T09:00:00Z')
const serviceType = 'care-at-home'
// A district of Lancashire, and the county around it.
const whole = 'E10000017'
let [database, partnershipId, district, otherDistrict] = [] as unknown as [Database, Id, string, string]
beforeAll(async () => {
  database = await openNew()
  partnershipId = (await newPartnership(database)).id
  const { rows } = await sql<{ code: string }>`select distinct code from area_parent where parent = ${whole}
    order by code limit 2`.execute(ownerOf(database))
  district = rows[0]?.code ?? ''
  otherDistrict = rows[1]?.code ?? ''
})
afterAll(() => database.close())

const inPartnership = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor(partnershipId), work)
let made = 0
async function newPlace(area = district): Promise<CapacityAt> {
  made += 1
  const { id } = await newOrganisation(database, `Example Care ${made}`)
  return { partnershipId, organisationId: id, serviceType, area }
}
const providerOf = ({ organisationId }: CapacityAt): Actor => ({
  kind: 'provider',
  accountId: newId(),
  organisationId,
  roles: ['provider'],
})
const declare = (at: CapacityAt, minutesByBand: MinutesByBand) =>
  inPartnership((db) => declareCapacity(db, providerOf(at), now, { ...at, minutesByBand }))
const take = (at: CapacityAt, minutesByBand: MinutesByBand) =>
  inPartnership((db) => takeCapacity(db, { ...at, minutesByBand }))
const giveBack = (at: CapacityAt, minutesByBand: MinutesByBand) =>
  inPartnership((db) => giveBackCapacity(db, { ...at, minutesByBand }))
const free = async (at: CapacityAt) => (await inPartnership((db) => freeCapacity(db, at))).get(at.organisationId)

test('what is declared can be taken once, and not by a minute more; refused, nothing is taken in any part of the day', async () => {
  const at = await newPlace()
  expect(await declare(at, { morning: 600, evening: 120 })).toEqual({ outcome: 'declared' })
  expect(await take(at, { morning: 300, evening: 120 })).toEqual({ taken: true })
  expect(await take(at, { morning: 300, evening: 5 })).toEqual({
    taken: false,
    sentence: '5 minutes a week are asked for in the evening, and 0 minutes of the declared capacity are left.',
  })
  expect(await free(at)).toEqual({ morning: 300, evening: 0 })
  expect(await take(at, { night: 60 })).toMatchObject({ taken: false })
  await giveBack(at, { morning: 200, evening: 60 })
  expect(await free(at)).toEqual({ morning: 500, evening: 60 })
  await expect(giveBack(at, { evening: 61 })).rejects.toThrow('1 minute in the evening were given back')
  expect(await free(at)).toEqual({ morning: 500, evening: 60 })
})

test('less than is given is refused in a sentence for each part of the day, and nothing changes', async () => {
  const at = await newPlace()
  await declare(at, { morning: 600, evening: 120 })
  await take(at, { morning: 315, evening: 60 })
  expect(await declare(at, { morning: 300, midday: 90 })).toEqual({
    outcome: 'refused',
    problems: [
      {
        band: 'evening',
        sentence: 'You give 1 hour a week in the evening already: that is the least you can declare.',
      },
      {
        band: 'morning',
        sentence: 'You give 5 hours 15 minutes a week in the morning already: that is the least you can declare.',
      },
    ],
  })
  expect(await free(at)).toEqual({ morning: 285, evening: 60 })
  const subject = { kind: 'organisation', id: at.organisationId }
  const told = await inPartnership((db) => entriesOf(db, partnershipId, subject))
  expect(told.map(({ event, actorKind }) => [event, actorKind])).toEqual([
    ['capacity.declared', 'provider'],
    ['capacity.refused', 'provider'],
  ])
  expect(await declare(at, { morning: 315, evening: 60.5 })).toMatchObject({ outcome: 'refused' })
  expect(await declare(at, { morning: -1, evening: 60 })).toMatchObject({ outcome: 'refused' })
  expect(await declare(at, { morning: 315, evening: 60 })).toEqual({ outcome: 'declared' })
  expect(await free(at)).toEqual({ morning: 0, evening: 0 })
})

test('who declared nothing is not limited, and what they give counts against what they declare later, for the area or one around it', async () => {
  const at = await newPlace()
  const around = { ...at, area: whole }
  expect(await take(at, { morning: 100 })).toEqual({ taken: true })
  expect(await take(at, { morning: 50 })).toEqual({ taken: true })
  expect(await take({ ...at, area: otherDistrict }, { morning: 30 })).toEqual({ taken: true })
  expect(await free(at)).toBeUndefined()
  expect(await declare(around, { morning: 179 })).toMatchObject({ outcome: 'refused' })
  expect(await declare(around, { morning: 200 })).toEqual({ outcome: 'declared' })
  expect(await free(at)).toEqual({ morning: 20 })
  expect(await take(at, { morning: 21 })).toMatchObject({ taken: false })
  expect(await take(at, { morning: 20 })).toEqual({ taken: true })
  await giveBack(at, { morning: 100 })
  expect(await free(around)).toEqual({ morning: 100 })
  expect(await declare(at, { morning: 200 })).toMatchObject({
    outcome: 'refused',
    problems: [{ band: null, sentence: expect.stringContaining('as a whole, and this area is in it') }],
  })
})

test('a provider sees its own numbers in every partnership and nobody else’s, and can’t write them itself', async () => {
  const at = await newPlace()
  const elsewhere = { ...at, partnershipId: (await newPartnership(database)).id }
  const other = await newPlace()
  for (const place of [at, other]) await declare(place, { morning: 60 })
  await asActor(database, systemActor(elsewhere.partnershipId), (db) =>
    declareCapacity(db, providerOf(at), now, { ...elsewhere, minutesByBand: { night: 480 } }),
  )
  const seen = await asActor(database, providerOf(at), (db) => declaredCapacity(db, at.organisationId))
  expect(seen.map(({ band, declared }) => [band, declared])).toEqual(
    expect.arrayContaining([
      ['morning', 60],
      ['night', 480],
    ]),
  )
  expect(seen).toHaveLength(2)
  expect(await asActor(database, providerOf(at), (db) => declaredCapacity(db, other.organisationId))).toEqual([])
  await expect(
    asActor(database, providerOf(at), (db) =>
      declareCapacity(db, providerOf(at), now, { ...at, minutesByBand: { evening: 5 } }),
    ),
  ).rejects.toThrow()
  expect(await inPartnership((db) => verifyLedger(db, partnershipId))).toMatchObject({ ok: true })
})

test('of many who take and give back at once, never more is taken than was declared, and all that was taken comes back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ morning: fc.nat(300), evening: fc.nat(300) }),
      fc.array(fc.record({ morning: fc.nat(120), evening: fc.nat(120) }), { minLength: 1, maxLength: 12 }),
      async (declared, wanted) => {
        const at = await newPlace()
        await declare(at, declared)
        const outcomes = await Promise.all(
          wanted.map(async (minutes, index) => {
            const { taken } = await take(at, minutes)
            if (taken && index % 2 === 1) await giveBack(at, minutes)
            return { minutes, held: taken && index % 2 === 0, taken }
          }),
        )
        const held = outcomes.filter(({ held }) => held)
        for (const band of ['morning', 'evening'] as const) {
          const sum = held.reduce((total, { minutes }) => total + minutes[band], 0)
          expect(sum).toBeLessThanOrEqual(declared[band])
          expect((await free(at))?.[band]).toBe(declared[band] - sum)
        }
        // The first would have been refused only where it alone asks for more than there is.
        const fits = wanted.some(({ morning, evening }) => morning <= declared.morning && evening <= declared.evening)
        expect(outcomes.some(({ taken }) => taken)).toBe(fits)
      },
    ),
    { numRuns: 40 },
  )
})

test('whoever declares for the first time while something of theirs is accepted still has that counted', async () => {
  const places = await Promise.all(Array.from({ length: 100 }, () => newPlace()))
  await Promise.all(
    places.map(async (at) => {
      await Promise.all([take(at, { morning: 100, evening: 50 }), declare(at, { morning: 600, evening: 50 })])
      expect(await free(at)).toEqual({ morning: 500, evening: 0 })
    }),
  )
})
