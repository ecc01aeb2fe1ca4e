import { z } from 'zod'
import { type Id, isId } from '../../../core/values/index.ts'
import type { NewLot, NewStanding } from '../../change.ts'
import { type Role, roles } from '../../standing.ts'
import { maybeCount, oneOf, words } from './fields.ts'
import { first, type Mistake, type Read, readTyped, type Typed } from './typed.ts'

/** A provider's place in a lot as it is typed. */
export interface PlaceTyped {
  readonly organisation: Id
  readonly role: string
  readonly rank: string
}

/** A lot as it is typed, its prices aside. */
export interface LotTyped {
  readonly number: string
  readonly name: string
  readonly service: string
  /** Codes. */
  readonly areas: readonly string[]
  readonly needsLead: boolean
  readonly places: readonly PlaceTyped[]
}

/** As many providers as one lot takes on its form. */
export const mostPlaces = 100

/** A lot of which nothing is said yet. */
export const emptyLot: LotTyped = { number: '', name: '', service: '', areas: [], needsLead: false, places: [] }

/** A lot's form as it was sent, right or wrong. */
export function lotTyped(typed: Typed): LotTyped {
  const places: PlaceTyped[] = []
  for (let at = 1; at <= mostPlaces && first(typed, `place-${at}-organisation`); at += 1) {
    const organisation = first(typed, `place-${at}-organisation`)
    if (isId(organisation))
      places.push({ organisation, role: first(typed, `place-${at}-role`), rank: first(typed, `place-${at}-rank`) })
  }
  return {
    number: first(typed, 'number'),
    name: first(typed, 'name'),
    service: first(typed, 'service'),
    areas: typed.areas ?? [],
    needsLead: first(typed, 'needsLead') === 'yes',
    places,
  }
}

/** The lot with one provider more: the lead where one is needed and none is there, at the rank after the last. */
export function withPlace(lot: LotTyped, organisation: Id): LotTyped {
  if (lot.places.length >= mostPlaces || lot.places.some((place) => place.organisation === organisation)) return lot
  const needed = lot.needsLead && !lot.places.some(({ role }) => role === 'lead')
  const ranks = lot.places.map(({ rank }) => Number(rank)).filter((rank) => Number.isInteger(rank) && rank > 0)
  const rank = needed ? '1' : ranks.length > 0 ? String(Math.max(...ranks) + 1) : ''
  return { ...lot, places: [...lot.places, { organisation, role: needed ? 'lead' : 'framework', rank }] }
}

/** The lot without one of its providers. */
export const withoutPlace = (lot: LotTyped, organisation: Id): LotTyped => ({
  ...lot,
  places: lot.places.filter((place) => place.organisation !== organisation),
})

const saidOfLot = z.object({ number: words('Number', 20), name: words('Name', 200), service: words('Service', 100) })

/** Reads a lot and who stands in it. */
export function readLot(lot: LotTyped): Read<Omit<NewLot, 'caps' | 'rates'>> {
  const { areas, needsLead, places, ...said } = lot
  const result = readTyped(saidOfLot, Object.fromEntries(Object.entries(said).map(([name, value]) => [name, [value]])))
  const standings = places.map((place, at) => readPlace(place, `place-${at + 1}-`))
  const mistakes = [result, ...standings].flatMap((one) => one.mistakes ?? [])
  if (result.mistakes || mistakes.length > 0) return { mistakes }
  return {
    read: {
      number: result.read.number,
      name: result.read.name,
      serviceType: result.read.service || null,
      areas,
      needsLead,
      standings: standings.flatMap((one) => ('read' in one ? [one.read] : [])),
    },
  }
}

/** Reads one provider's place; the names of its fields begin as said. */
export function readPlace({ organisation, role, rank }: PlaceTyped, prefix: string): Read<NewStanding> {
  const result = readTyped(z.object({ role: roleField, rank: rankField }), { role: [role], rank: [rank] })
  if (result.mistakes)
    return { mistakes: result.mistakes.map((one): Mistake => ({ ...one, field: `${prefix}${one.field}` })) }
  return { read: { organisationId: organisation, ...result.read } }
}

/** What a provider is in a lot. */
export const roleField = oneOf<Role>(roles, 'Choose the role')

/** At which rank it is asked; none where all are equal. */
export const rankField = maybeCount('Rank', { most: 99 })
