import { type CareWanted, careWanted, supportWanted } from '../../src/brokerage/week/invented-care.ts'
import { inventedPerson } from '../../src/brokerage/week/invented-person.ts'
import { type Random, randomOf } from '../../src/core/values/index.ts'
import { csvOf } from './csv.ts'
import { daysAfter } from './dates.ts'
import type { History } from './history.ts'
import { type LotPlace, placesServing } from './lot-places.ts'
import { type PackagesAsked, packagesAsked, type StateAsked } from './packages-asked.ts'

/** The day that the file pictures, a Sunday: a load moves all days on by whole weeks. */
export const picturedOn = '2026-11-22'

const columns = [
  ...['person', 'name', 'address', 'postcode', 'contacts', 'risks', 'service', 'area', 'level', 'outcomes', 'needs'],
  ...['option', 'origin', 'assessed', 'ready', 'start_by', 'pen_picture', 'visits', 'provider', 'provider_number'],
  ...['given', 'start', 'rest_from', 'rest_reason', 'notice', 'last_day', 'ended', 'end_reason'],
  ...['waits_because', 'interim', 'harm', 'review'],
] as const

export type PackageRow = Readonly<Partial<Record<(typeof columns)[number], string>>>

/** Packages of care of the last months, in every state, of people who do not exist; undefined for a partnership without. */
export function packageRows(history: History, lots: string): readonly PackageRow[] {
  const random = randomOf(`packages of ${history.council.partnership}`)
  const asked = packagesAsked.get(history.council.partnership) ?? []
  let number = 0
  return asked.flatMap((kind) =>
    Array.from({ length: kind.packages }, () => {
      number += 1
      return rowOf({ random, history, lots, kind, number })
    }),
  )
}

/** The same as a file. */
export const packagesFile = (rows: readonly PackageRow[]): string =>
  csvOf(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? '')),
  )

interface Making {
  readonly random: Random
  readonly history: History
  readonly lots: string
  readonly kind: PackagesAsked
  readonly number: number
}

function rowOf({ random, history, lots, kind, number }: Making): PackageRow {
  const { council } = history
  const grounds = council.grounds.filter(
    ({ name, code }) =>
      (!kind.grounds || kind.grounds.includes(name)) &&
      !kind.notIn?.includes(name) &&
      placesServing(lots, kind.contract, code || council.code).length > 0,
  )
  const ground = random.weighted(grounds.map((one) => [one, one.weight] as const))
  const area = ground.code || council.code
  const district = `ZZ${council.firstDistrict + council.grounds.indexOf(ground)}`
  const prefix = council.partnership.slice(0, 3).toUpperCase()
  const { record, ...person } = inventedPerson(random, { prefix, town: ground.town, district }, number)
  const ready = daysAfter(picturedOn, -random.between(...kind.readyDaysAgo))
  const wanted = wantedBy(random, kind)
  return {
    person: record,
    ...person,
    visits: wanted.visits,
    needs: wanted.needs.join('|'),
    outcomes: wanted.outcomes.join('|'),
    pen_picture: wanted.penPicture,
    service: kind.service,
    area,
    level: random.pick(council.regulator === 'cqc' ? ['eligible'] : ['critical', 'substantial']),
    option: council.regulator === 'cqc' ? '3' : random.pick(['3', '3', '3', '2', '4']),
    origin: random.chance(kind.hospital ?? 0.3) ? 'hospital' : 'community',
    assessed: daysAfter(ready, -random.between(0, 9)),
    ready,
    start_by: daysAfter(ready, random.between(1, 7)),
    ...careOf(random, kind, { ready, visits: wanted.visits, places: placesServing(lots, kind.contract, area) }),
    ...waitOf(random, kind),
  }
}

const wantedBy = (random: Random, { service, visits }: PackagesAsked): CareWanted =>
  service === 'supported-living' ? supportWanted(random) : careWanted(random, visits && random.pick(visits))

/** The lead of the ward for most, then those who step in, then the others; by rank where there are ranks. */
const takerOf = (random: Random, places: readonly LotPlace[]): LotPlace | undefined =>
  places.length === 0
    ? undefined
    : random.weighted(places.map((place, at) => [place, place.role === 'lead' ? 12 : Math.max(1, 5 - at)] as const))

function careOf(
  random: Random,
  { state, given }: PackagesAsked,
  { ready, visits, places }: { ready: string; visits: string; places: readonly LotPlace[] },
): PackageRow {
  const taker = state === 'waiting' || state === 'unmet' ? undefined : takerOf(random, places)
  if (!taker) return {}
  const begun = daysAfter(
    ready,
    random.weighted([
      [1, 2],
      [2, 4],
      [3, 4],
      [5, 3],
      [8, 2],
      [15, 1],
    ] as const),
  )
  const start = state === 'agreed' ? daysAfter(picturedOn, random.between(1, 6)) : earlier(begun, picturedOn)
  const own = visits.split('; ').filter((visit) => given && visit.startsWith(given))
  const provider = { provider: taker.provider, provider_number: taker.number, given: own.join('; '), start }
  return { ...provider, ...changeOf(random, state, start) }
}

function changeOf(random: Random, state: StateAsked, start: string): PackageRow {
  if (state === 'ended')
    return {
      ended: earlier(daysAfter(start, random.between(14, 95)), daysAfter(picturedOn, -2)),
      end_reason: random.pick(['died', 'care-home', 'hospital', 'needs-met', 'needs-met', 'moved-away']),
    }
  if (state === 'resting') return { rest_from: daysAfter(picturedOn, -random.between(2, 12)), rest_reason: 'hospital' }
  if (state === 'notice')
    return {
      notice: daysAfter(picturedOn, -random.between(4, 12)),
      last_day: daysAfter(picturedOn, random.between(12, 20)),
    }
  return {}
}

function waitOf(random: Random, { because, state }: PackagesAsked): PackageRow {
  if (!because) return {}
  const waits = state === 'unmet' || state === 'part'
  return {
    waits_because: random.pick(because),
    ...(waits && {
      interim: random.pick(['family', 'family', 'in-house', 'none']),
      harm: random.weighted([
        ['none', 4],
        ['low', 4],
        ['moderate', 2],
        ['not-assessed', 2],
      ] as const),
      review: daysAfter(picturedOn, random.between(0, 27)),
    }),
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
