import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import {
  organisationNames,
  type Registration,
  registeredByName,
  registrationsOf,
  regulatorOf,
  type Suspension,
  suspensionsOf,
} from '../../../providers/index.ts'
import { pricesOfLots } from '../../queries/prices-of-lots.ts'
import { type RateInForce, rateInForce } from '../../rate-in-force.ts'
import { type ProviderPlace, placesOn } from '../provider-place.ts'
import { placesOf } from './places.ts'

/** All that the page of one provider shows. */
export interface ProviderContent {
  readonly organisation: { readonly id: Id; readonly name: string }
  readonly held: readonly (ProviderPlace & { readonly rate: RateInForce | undefined })[]
  readonly others: readonly ProviderPlace[]
  readonly registrations: readonly Registration[]
  /** Numbers under which the regulator's register knows a provider of this name, where none was told. */
  readonly likely: readonly string[]
  readonly suspensions: readonly Suspension[]
}

/** A provider as a partnership knows it on a day; "not found" unless it has or had a place or a suspension there. Seven queries at most. */
export async function providerContent(
  db: Db,
  partnership: Partnership,
  organisationId: Id,
  on: IsoDate,
): Promise<ProviderContent> {
  const partnershipId = partnership.id
  const places = await placesOf(db, { partnershipId, organisationId, on })
  const suspensions = await suspensionsOf(db, partnershipId, organisationId)
  const name = (await organisationNames(db, [organisationId])).get(organisationId)
  if (name === undefined || (places.length === 0 && suspensions.length === 0)) throw notFound('This provider')
  const { held, others } = placesOn(places, on)
  const prices = await pricesOfLots(db, { partnershipId, lotIds: [...new Set(held.map(({ lot }) => lot.id))], on })
  const registrations = await registrationsOf(db, [organisationId])
  const regulator = regulatorOf(partnership.nation)
  const named = registrations.length > 0 ? undefined : await registeredByName(db, { regulator, names: [name] })
  return {
    organisation: { id: organisationId, name },
    held: held.map((place) => {
      const list = prices.get(place.lot.id)
      return { ...place, rate: list && rateInForce({ ...list, terms: place.terms }, { organisationId, on }) }
    }),
    others,
    registrations,
    likely: (named?.get(name) ?? []).map(({ providerNumber }) => providerNumber),
    suspensions,
  }
}
