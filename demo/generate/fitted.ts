import { type History, lastDay } from './history.ts'
import type { Service } from './services.ts'
import { within } from './services.ts'

/** What Lancashire's statement of 2019 prints of care homes, and what follows from it: 717 places are about 7 percent. */
const councilPlaces = 717
const allPlaces = 10_240

/** Makes the care homes of an invented register add up to printed sums on the last day: those of the council, and all. */
export function fitted(history: History): History {
  const last = history.pictures.find(({ day }) => day === lastDay)?.services ?? []
  const lasting = last.filter(
    (one) => one.places !== null && history.pictures.every(({ services }) => placesIn(services, one) === one.places),
  )
  const ofCouncil = last.filter((one) => one.places !== null && one.provider.sector === 'council')
  const others = lasting.filter((one) => one.provider.sector !== 'council' && (one.places ?? 0) >= 30)
  const steps = new Map([
    ...stepsTo(councilPlaces - sum(ofCouncil), ofCouncil, [24, 60]),
    ...stepsTo(
      allPlaces - councilPlaces - sum(last.filter((one) => one.provider.sector !== 'council')),
      others,
      [30, 90],
    ),
  ])
  const fit = (one: Service): Service =>
    one.places === null ? one : { ...one, places: one.places + (steps.get(one.number) ?? 0) }
  return { ...history, pictures: history.pictures.map(({ day, services }) => ({ day, services: services.map(fit) })) }
}

const placesIn = (services: readonly Service[], one: Service) =>
  services.find(({ number }) => number === one.number)?.places

const sum = (services: readonly Service[]) => services.reduce((total, { places }) => total + (places ?? 0), 0)

/** A difference dealt out place by place, within limits. */
function stepsTo(difference: number, services: readonly Service[], [low, high]: readonly [number, number]) {
  const steps = new Map(services.map((one) => [one.number, 0]))
  const sign = Math.sign(difference)
  let left = Math.abs(difference)
  while (left > 0) {
    const before = left
    for (const { number, places } of services) {
      const now = (places ?? 0) + (steps.get(number) ?? 0)
      if (left === 0 || within(low, now + sign, high) === now) continue
      steps.set(number, (steps.get(number) ?? 0) + sign)
      left -= 1
    }
    if (left === before) throw new Error(`${left} places can't be dealt out.`)
  }
  return steps
}
