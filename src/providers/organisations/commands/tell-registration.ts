import { sql } from 'kysely'
import { type Actor, systemActor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { addOrganisation } from '../../commands/add-organisation.ts'
import { regulatorNames } from '../../register/register-words.ts'
import type { Regulator } from '../../register/regulator.ts'
import { nameOfNumber } from '../queries/registered-providers.ts'
import { organisations } from '../schema.ts'

/** A regulator's number of a provider. */
export interface ProviderNumber {
  readonly regulator: Regulator
  readonly providerNumber: string
}

/** What became of a registration that was told. */
export type RegistrationTold =
  | { readonly outcome: 'told'; readonly id: Id }
  | { readonly outcome: 'refused'; readonly because: 'unknown-number' | 'anothers'; readonly sentence: string }

/** Keeps that an organisation is the provider of a regulator's number. Shared by all partnerships: `db` is the product's own. */
export async function tellRegistration(
  db: Db,
  actor: Actor,
  {
    organisationId,
    regulator,
    providerNumber,
    toldBy = null,
    at,
  }: ProviderNumber & {
    readonly organisationId: Id
    /** The account of whoever tells it, where the product writes for somebody. */
    readonly toldBy?: Id | null
    readonly at: Date
  },
): Promise<RegistrationTold> {
  if ((await nameOfNumber(db, { regulator, providerNumber })) === undefined) {
    const sentence = `No register of the ${regulatorNames[regulator]} here names a provider with the number ${providerNumber}.`
    return { outcome: 'refused', because: 'unknown-number', sentence }
  }
  const standing = await registeredTo(db, { regulator, providerNumber })
  if (standing) return toldBefore(standing, organisationId, providerNumber)
  const id = newId()
  await organisations(db)
    .insertInto('organisation_registration')
    .values({ id, organisation_id: organisationId, regulator, provider_number: providerNumber, told_at: at })
    .onConflict((conflict) => conflict.columns(['regulator', 'provider_number']).doNothing())
    .execute()
  const kept = await registeredTo(db, { regulator, providerNumber })
  if (kept && kept.id !== id) return toldBefore(kept, organisationId, providerNumber)
  await record(db, actor, at, {
    event: 'providers.registration-told',
    subject: { kind: 'organisation', id: organisationId },
    payload: { regulator, providerNumber, toldBy },
  })
  return { outcome: 'told', id }
}

/**
 * Finds the organisation of a provider in the registers, or adds it under the name that they give it.
 * Undefined when no register here names the number. Shared by all partnerships: `db` is the product's own, or that of the product at work for one.
 */
export async function organisationForRegistration(
  db: Db,
  at: Date,
  number: ProviderNumber,
  actor: Actor = systemActor(),
): Promise<{ id: Id; name: string; registrationId: Id; added: boolean } | undefined> {
  const standing = await registeredTo(db, number)
  if (standing) {
    return { id: standing.organisationId, name: standing.name, registrationId: standing.id, added: false }
  }
  const name = await nameOfNumber(db, number)
  if (name === undefined) return undefined
  const organisation = await addNamed(db, at, name, { ...number, actor })
  const kept = await tellRegistration(db, actor, { ...number, organisationId: organisation.id, at })
  // Somebody else may have told it of another in the meantime: then that one it is.
  return kept.outcome === 'told'
    ? { ...organisation, registrationId: kept.id }
    : organisationForRegistration(db, at, number, actor)
}

/** Two providers may bear one name: the second is told apart by its number. */
async function addNamed(db: Db, at: Date, name: string, of: ProviderNumber & { readonly actor: Actor }) {
  const { regulator, providerNumber, actor } = of
  const organisation = await addOrganisation(db, at, name, actor)
  const another = organisation.added
    ? undefined
    : await organisations(db)
        .selectFrom('organisation_registration as r')
        .select('r.id')
        .where('r.organisation_id', '=', organisation.id)
        .where('r.regulator', '=', regulator)
        .executeTakeFirst()
  if (!another) return { ...organisation, name }
  const apart = `${name} (${providerNumber})`
  return { ...(await addOrganisation(db, at, apart, actor)), name: apart }
}

interface Standing {
  readonly id: Id
  readonly organisationId: Id
  readonly name: string
}

const toldBefore = ({ id, organisationId, name }: Standing, asked: Id, number: string): RegistrationTold =>
  organisationId === asked
    ? { outcome: 'told', id }
    : { outcome: 'refused', because: 'anothers', sentence: `${number} is the number of ${name}.` }

async function registeredTo(db: Db, { regulator, providerNumber }: ProviderNumber): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select r.id, r.organisation_id as "organisationId", o.name
    from organisation_registration r join organisation o on o.id = r.organisation_id
    where r.regulator = ${regulator} and r.provider_number = ${providerNumber}`.execute(organisations(db))
  return rows[0]
}
