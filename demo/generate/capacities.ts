import { visitsFrom } from '../../src/brokerage/intake/visits-cell.ts'
import { bands } from '../../src/brokerage/visit-line.ts'
import { type Random, randomOf } from '../../src/core/values/index.ts'
import { csvOf } from './csv.ts'
import type { History } from './history.ts'
import { placesServing } from './lot-places.ts'
import type { PackageRow } from './packages.ts'
import { packagesAsked } from './packages-asked.ts'

const columns = ['provider', 'provider_number', 'service', 'area', ...bands] as const

/** What invented providers say that they can give in a week, in minutes: at least what they give. */
export function capacityFile(history: History, lots: string, packages: readonly PackageRow[]): string {
  const { council } = history
  const random = randomOf(`capacities of ${council.partnership}`)
  const contracts = new Map(
    (packagesAsked.get(council.partnership) ?? []).map(({ contract, service }) => [contract, service]),
  )
  const declared = new Map<string, readonly (string | number)[]>()
  for (const [contract, service] of contracts) {
    for (const area of new Set(council.grounds.map(({ code }) => code || council.code))) {
      for (const { provider, number, role } of placesServing(lots, contract, area)) {
        // Who stands in lots of several areas declares for the council as a whole.
        const whole = role !== 'lead' && council.regulator !== 'cqc'
        const where = whole ? council.code : area
        const key = `${number} ${service} ${where}`
        if (declared.has(key) || random.chance(0.08)) continue
        const given = givenBy(packages, number, service, whole ? undefined : area)
        declared.set(key, [
          provider,
          number,
          service,
          where,
          ...bands.map((band) => roomOf(random, band, given, where)),
        ])
      }
    }
  }
  return csvOf(columns, [...declared.values(), ...besideLots(random, history, lots, contracts)])
}

/** Minutes a week that a provider gives already, by part of the day. */
function givenBy(packages: readonly PackageRow[], number: string, service: string, area: string | undefined) {
  const minutes = new Map<string, number>()
  for (const row of packages) {
    const own = row.provider_number === number && row.service === service && !row.ended
    if (!own || (area !== undefined && row.area !== area)) continue
    const lines = visitsFrom(row.given || row.visits || '')
    if (typeof lines === 'string') throw new Error(lines)
    for (const { band, days, minutes: each, carers } of lines)
      minutes.set(band, (minutes.get(band) ?? 0) + days.length * each * carers)
  }
  return minutes
}

/** A little more than what is given; in the ward whose evenings wait, none in the evening. */
function roomOf(random: Random, band: string, given: ReadonlyMap<string, number>, area: string): number {
  const own = given.get(band) ?? 0
  const dry = area === 'S13002825' && (band === 'evening' || band === 'bedtime')
  const room = dry
    ? 0
    : random.weighted([
        [0, 2],
        [420, 3],
        [840, 4],
        [1680, 3],
        [3360, 2],
      ] as const)
  return band === 'night' ? own : own + room
}

/** Some of the register who stand in no lot and have room: those who may be asked outside the contract. */
function besideLots(
  random: Random,
  { council, pictures }: History,
  lots: string,
  contracts: ReadonlyMap<string, string>,
): (string | number)[][] {
  const services = pictures.at(-1)?.services ?? []
  return [...contracts.values()].flatMap((service) => {
    const kinds = service === 'supported-living' ? ['housing'] : ['home']
    const fitting = services.filter(({ kind, provider }) => isOf(kind.ending, kinds) && provider.sector !== 'council')
    const free = fitting.filter(({ provider }) => !lots.includes(provider.number)).map(({ provider }) => provider)
    const some = random.shuffled([...new Map(free.map((one) => [one.number, one])).values()]).slice(0, 3)
    return some.map(({ name, number }) => [
      name,
      number,
      service,
      council.code,
      ...bands.map((band) => (band === 'night' ? 0 : random.pick([420, 840, 1680]))),
    ])
  })
}

const isOf = (ending: string, kinds: readonly string[]): boolean =>
  kinds.includes('home') ? ending === 'care-at-home' : ending === 'housing-support' || ending === 'supported-living'
