import { randomOf } from '../../src/core/values/index.ts'
import { daysAfter } from './dates.ts'
import type { Council } from './grounds.ts'
import { namesOf } from './invented-names.ts'
import { type Maker, newService, numbersOf, type Service, within } from './services.ts'

/** The days that the invented registers picture, a quarter apart. */
export const days = ['2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'] as const
export const lastDay = days[3]

/** A service that goes on under another number. */
export interface Sale {
  readonly regulator: Council['regulator']
  readonly number: string
  readonly earlierNumber: string
  readonly on: string
}

/** The invented register of a council: its services on each day, and the sales between. */
export interface History {
  readonly council: Council
  readonly pictures: readonly { readonly day: string; readonly services: readonly Service[] }[]
  readonly sales: readonly Sale[]
}

// Shares of all services in a quarter.
const closing = 0.013
const opening = 0.02
const regrading = 0.08
const resizing = 0.02

/** Makes the register of a council up, the same each time. */
export function historyOf(council: Council, series: number): History {
  const random = randomOf(`register of ${council.partnership}`)
  const maker: Maker = {
    council,
    random,
    nameOf: namesOf(random),
    numbers: numbersOf(council.regulator, series),
    providers: [],
  }
  let services = firstServices(maker)
  const pictures: { day: string; services: readonly Service[] }[] = [{ day: days[0], services }]
  const sales: Sale[] = []
  for (const day of days.slice(1)) {
    services = opened(maker, regraded(maker, resized(maker, closed(maker, services)), day), day)
    if (day === days[2]) {
      const sale = soldTo(maker, services, day)
      services = services.map((one) => (one.number === sale.earlierNumber ? sale.service : one))
      sales.push({
        regulator: council.regulator,
        number: sale.service.number,
        earlierNumber: sale.earlierNumber,
        on: sale.on,
      })
    }
    pictures.push({ day, services })
  }
  return { council, pictures, sales }
}

/** The services of the first day; care homes for older people go round all grounds once before chance places them. */
function firstServices(maker: Maker): Service[] {
  const { grounds, kinds } = maker.council
  let placed = 0
  return kinds.flatMap(([kind, count]) => {
    if (count >= grounds.length) placed = 0
    return Array.from({ length: count }, () => {
      const ground = kind.ending === 'care-home' ? grounds[placed++] : undefined
      return newService(maker, kind, days[0], ground)
    })
  })
}

const isCouncils = ({ provider }: Service) => provider.sector === 'council'
const some = (services: readonly Service[], share: number) => Math.max(1, Math.round(services.length * share))

function closed({ random }: Maker, services: readonly Service[]): Service[] {
  const gone = new Set(
    random
      .shuffled(services.filter((one) => !isCouncils(one)))
      .slice(0, some(services, closing))
      .map((one) => one.number),
  )
  return services.filter((one) => !gone.has(one.number))
}

function resized({ random }: Maker, services: readonly Service[]): Service[] {
  const chosen = new Set(
    random
      .shuffled(services.filter((one) => !isCouncils(one) && (one.places ?? 0) >= 30))
      .slice(0, Math.max(2, some(services, resizing)))
      .map((one) => one.number),
  )
  return services.map((one) => {
    if (!chosen.has(one.number) || one.places === null) return one
    const step = random.pick([-6, -4, -2, 2, 4, 6, 10])
    // None grows beyond what such homes have.
    return { ...one, places: one.places + (one.places + step > 90 ? -step : step) }
  })
}

function regraded({ random, council }: Maker, services: readonly Service[], day: string): Service[] {
  const chosen = new Set(
    random
      .shuffled(services.filter((one) => one.grades.length > 0))
      .slice(0, some(services, regrading))
      .map((one) => one.number),
  )
  const best = council.regulator === 'cqc' ? 4 : 6
  return services.map((one) => {
    if (!chosen.has(one.number)) return one
    const step = random.chance(0.55) ? 1 : -1
    const grades = one.grades.map((grade) => within(council.regulator === 'cqc' ? 1 : 2, grade + step, best))
    return { ...one, grades, gradedOn: daysAfter(day, -random.between(5, 80)) }
  })
}

function opened(maker: Maker, services: readonly Service[], day: string): Service[] {
  const { council, random } = maker
  const kinds = council.kinds.filter(([kind]) => kind.sectors.some(([sector]) => sector !== 'council'))
  const fresh = Array.from({ length: some(services, opening) }, () =>
    newService(maker, random.weighted(kinds), day, undefined, true),
  )
  return [...services, ...fresh]
}

/** A home that changes hands: the same house and places under a new number, not graded yet. */
function soldTo(maker: Maker, services: readonly Service[], day: string) {
  const { random, numbers, nameOf, providers } = maker
  const homes = services.filter((one) => one.provider.sector === 'private' && (one.places ?? 0) >= 30)
  const sold = random.pick(homes)
  const provider = { number: numbers.provider(), name: nameOf('company'), sector: 'private' } as const
  providers.push(provider)
  const on = daysAfter(day, -30)
  return {
    earlierNumber: sold.number,
    on,
    service: { ...sold, number: numbers.service(), provider, grades: [], gradedOn: null, registeredOn: on },
  }
}
