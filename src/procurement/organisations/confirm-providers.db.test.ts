import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  contractsByName,
  csvFile,
  forPartnership,
  freshPartnership,
  pictureThreeProviders,
} from '../../../test/support/contract-files.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { suspendProvider } from '../../providers/index.ts'
import { importContracts } from '../intake/import-contracts.ts'
import { confirmProvidersJob, onConfirmProviders } from './jobs.ts'

const at = new Date('2026-11-22T09:00:00Z')
const later = new Date('2026-11-24T04:15:00Z')

let database: Database
beforeAll(async () => {
  database = await openNew()
  await pictureThreeProviders(database)
})
afterAll(() => database.close())

const importFrom = (partnership: Partnership, ...suppliers: string[]) =>
  importContracts(
    database,
    partnership,
    csvFile(
      'Contract Ref,Contract Title,Supplier,Start Date,End Date,Service',
      ...suppliers.map((name, at) => `C${at},Care ${at},${name},01/04/2024,31/03/2027,Care at home`),
    ),
    { at },
  )

const confirm = () =>
  onConfirmProviders(database, { now: () => later }).handle({ partnershipId: null } as never, {
    act: () => Promise.reject(new Error('It acts for every partnership.')),
    signal: new AbortController().signal,
  })

const statesOf = async (partnership: Partnership, reference: string) => {
  const contract = (await contractsByName(database, partnership, '2026-11-25')).get(reference)
  const [lot] = contract?.lots ?? []
  return {
    version: contract?.version,
    pieces: lot?.standings.map(({ state, from, until }) => [state, from, until]),
  }
}

test('a provider that a later register names is confirmed from that day, once, and its contract says so', async () => {
  const partnership = await freshPartnership(database)
  await importFrom(partnership, 'Pretend Newcomer Ltd', 'Pretend Unheard Of Ltd')
  await confirm()
  expect(await statesOf(partnership, 'C0')).toEqual({ version: 1, pieces: [['unconfirmed', '2024-04-01', null]] })
  await pictureRegister(database, {
    asOf: '2026-11-23',
    services: [
      {
        number: 'CS77',
        service_type: 'care-at-home',
        provider_number: 'SP77',
        provider_name: 'Pretend Newcomer Limited',
      },
    ],
  })
  await confirm()
  const confirmed = {
    version: 2,
    pieces: [
      ['unconfirmed', '2024-04-01', '2026-11-24'],
      ['active', '2026-11-24', null],
    ],
  }
  expect(await statesOf(partnership, 'C0')).toEqual(confirmed)
  expect(await statesOf(partnership, 'C1')).toMatchObject({ version: 1 })
  await confirm()
  expect(await statesOf(partnership, 'C0')).toEqual(confirmed)
  expect(await forPartnership(database, partnership, (db) => verifyLedger(db, partnership.id))).toMatchObject({
    ok: true,
  })
  // The file that made it changes nothing by being imported again.
  expect(await importFrom(partnership, 'Pretend Newcomer Ltd', 'Pretend Unheard Of Ltd')).toMatchObject({
    unchanged: 2,
  })
  expect(confirmProvidersJob.name).toBe('procurement.confirm-providers')
})

test('who is suspended, or is not the only one of its name, stays unconfirmed', async () => {
  const partnership = await freshPartnership(database)
  await importFrom(partnership, 'Pretend Resting Ltd', 'Pretend Twin Ltd')
  const contract = (await contractsByName(database, partnership, '2026-11-25')).get('C0')
  const organisationId = contract?.lots[0]?.standings[0]?.organisationId ?? ''
  await forPartnership(database, partnership, (db) =>
    suspendProvider(db, systemActor(partnership.id), {
      partnershipId: partnership.id,
      organisationId,
      from: '2026-11-23',
      until: null,
      reason: 'Grades fell',
      at,
    }),
  )
  const named = (number: string, name: string) => ({
    number: `CS${number}`,
    service_type: 'care-at-home',
    provider_number: `SP${number}`,
    provider_name: name,
  })
  await pictureRegister(database, {
    asOf: '2026-11-24',
    services: [named('81', 'Pretend Resting Ltd'), named('82', 'Pretend Twin Ltd'), named('83', 'Pretend Twin Ltd')],
  })
  await confirm()
  expect(await statesOf(partnership, 'C0')).toMatchObject({ version: 1 })
  expect(await statesOf(partnership, 'C1')).toMatchObject({ version: 1 })
})
