import type { Random } from '../../src/core/values/index.ts'
import { daysAfter } from './dates.ts'
import type { Council, Ground } from './grounds.ts'
import { councilName, type Ending } from './invented-names.ts'
import type { Kind, Sector } from './kinds.ts'

/** Who runs invented services. */
export interface Provider {
  readonly number: string
  readonly name: string
  readonly sector: Sector
}

/** An invented service as a register pictures it on one day. */
export interface Service {
  readonly number: string
  readonly kind: Kind
  readonly name: string
  readonly ground: Ground
  readonly postcode: string
  readonly decile: number | null
  readonly provider: Provider
  readonly places: number | null
  readonly staff: number
  /** Ranks by question in the order of the file, one for England; none while it is not graded. */
  readonly grades: readonly number[]
  readonly gradedOn: string | null
  readonly registeredOn: string
}

/** Gives numbers that no regulator gives: years and places in them can't be. */
export function numbersOf(regulator: Council['regulator'], series: number) {
  let last = series * 1000
  const next = () => {
    last += 1
    return String(last).padStart(6, '0')
  }
  return regulator === 'cqc'
    ? { service: () => `1-0000${next()}`, provider: () => `1-0009${next()}` }
    : { service: () => `CS9900${next()}`, provider: () => `SP9900${next()}` }
}

export interface Maker {
  readonly council: Council
  readonly random: Random
  readonly nameOf: (ending: Ending) => string
  readonly numbers: ReturnType<typeof numbersOf>
  readonly providers: Provider[]
}

/** A new service of a kind on any ground, or on the one that is given; `by` is the last day on which it can have been registered or graded. */
export function newService(maker: Maker, kind: Kind, by: string, at?: Ground, isNew = false): Service {
  const { council, random, nameOf, numbers } = maker
  const ground = at ?? random.weighted(council.grounds.map((one) => [one, one.weight] as const))
  const places = kind.places ? random.between(...kind.places) : null
  const registeredOn = daysAfter(by, isNew ? -random.between(5, 80) : -random.between(200, 6500))
  const graded = !isNew && !random.chance(0.07)
  return {
    number: numbers.service(),
    kind,
    name: nameOf(kind.ending),
    ground,
    postcode: postcodeOf(council, ground, random),
    decile: ground.decile === undefined ? null : within(1, ground.decile + random.between(-2, 2), 10),
    provider: providerFor(maker, kind),
    places,
    staff: Math.max(1, Math.round(kind.staff * (places ?? 1) * (0.7 + 0.6 * random.next()) * 10) / 10),
    grades: graded ? gradesFor(kind, council.regulator, random) : [],
    gradedOn: graded ? daysAfter(by, -random.between(10, Math.min(1100, daysSince(registeredOn, by)))) : null,
    registeredOn,
  }
}

const daysSince = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export const within = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

function postcodeOf({ firstDistrict, grounds }: Council, ground: Ground, random: Random): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'.split('')
  return `ZZ${firstDistrict + grounds.indexOf(ground)} ${random.between(1, 9)}${random.pick(letters)}${random.pick(letters)}`
}

/** A provider of the right sector: now and then a new one, so that a few run many and many run one. */
function providerFor({ council, random, nameOf, numbers, providers }: Maker, kind: Kind): Provider {
  const sector = random.weighted(kind.sectors)
  const standing = providers.filter((one) => one.sector === sector)
  const shareNew = sector === 'council' ? (standing.length === 0 ? 1 : 0) : 0.55
  if (standing.length > 0 && !random.chance(shareNew)) return random.pick(standing)
  const name = sector === 'council' ? councilName(council.name) : nameOf(sector === 'private' ? 'company' : 'charity')
  const provider = { number: numbers.provider(), name, sector }
  providers.push(provider)
  return provider
}

/** What a register tends to say: most are good, a few are excellent or weak. */
function gradesFor(kind: Kind, regulator: Council['regulator'], random: Random): number[] {
  if (regulator === 'cqc')
    return [
      random.weighted([
        [4, 5],
        [3, 76],
        [2, 16],
        [1, 2],
      ] as const),
    ]
  const usual = random.weighted([
    [5, 26],
    [4, 58],
    [3, 13],
    [2, 2],
  ] as const)
  const questions = kind.setting ? 5 : 4
  return Array.from({ length: questions }, () =>
    within(
      1,
      usual +
        random.weighted([
          [0, 7],
          [1, 2],
          [-1, 1],
        ] as const),
      6,
    ),
  )
}
