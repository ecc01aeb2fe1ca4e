import type { PackageToPlace, Problem } from './problem.ts'

/** Where areas and pairs of provider and area stand, with what books and locked packages already take. */
export interface LayOut {
  readonly areaOf: (area: number) => number
  readonly pairOf: (provider: number, area: number) => number | undefined
  readonly areas: number
  readonly pairs: number
  readonly bands: number
  readonly pairArea: Int32Array
  readonly pairProvider: Int32Array
  /** Minutes of book and locked packages. */
  readonly pairBase: Float64Array
  readonly areaBase: Float64Array
  readonly pairRun: Float64Array
  /** pairs × bands, and one for each provider (Infinity without a cap): minutes that locked packages leave. */
  readonly room: Float64Array
  readonly capRoom: Float64Array
}

/** Minutes a week of a package over all bands. */
export function minutesOf(item: PackageToPlace): number {
  let sum = 0
  for (const minutes of item.minutes) sum += minutes
  return sum
}

/** Lays out a problem's areas, pairs and room. */
export function layOut(problem: Problem): LayOut {
  const places = new Map<number, number>()
  const areaOf = (area: number) => {
    const known = places.get(area)
    if (known !== undefined) return known
    places.set(area, places.size)
    return places.size - 1
  }
  for (const item of problem.packages) areaOf(item.area)
  for (const { book } of problem.providers) for (const { area } of book) areaOf(area)
  const areas = places.size
  const keys = new Map<number, number>()
  let bands = 0
  for (const item of problem.packages) {
    bands = Math.max(bands, item.minutes.length)
    for (const { provider } of item.options) {
      const key = provider * areas + areaOf(item.area)
      if (!keys.has(key)) keys.set(key, keys.size)
    }
  }
  const pairOf = (provider: number, area: number) => {
    const place = places.get(area)
    return place === undefined ? undefined : keys.get(provider * areas + place)
  }
  const made: LayOut = {
    areaOf,
    pairOf,
    areas,
    pairs: keys.size,
    bands,
    pairArea: new Int32Array(keys.size),
    pairProvider: new Int32Array(keys.size),
    pairBase: new Float64Array(keys.size),
    areaBase: new Float64Array(areas),
    pairRun: new Float64Array(keys.size),
    room: new Float64Array(keys.size * bands),
    capRoom: new Float64Array(problem.providers.length),
  }
  for (const [key, pair] of keys) {
    made.pairArea[pair] = key % areas
    made.pairProvider[pair] = Math.floor(key / areas)
  }
  fillProviders(problem, made)
  fillLocked(problem, made)
  return made
}

function fillProviders(problem: Problem, made: LayOut): void {
  problem.providers.forEach((provider, index) => {
    made.capRoom[index] = provider.capMinutes ?? Infinity
    for (const { area, band, minutes } of provider.capacity) {
      const pair = made.pairOf(index, area)
      if (pair === undefined || band < 0 || band >= made.bands) continue
      made.room[pair * made.bands + band] = made.room[pair * made.bands + band]! + minutes
    }
    for (const { area, minutes } of provider.minRun) {
      const pair = made.pairOf(index, area)
      if (pair !== undefined) made.pairRun[pair] = Math.max(made.pairRun[pair]!, minutes)
    }
    for (const { area, minutes } of provider.book) {
      const pair = made.pairOf(index, area)
      if (pair !== undefined) made.pairBase[pair] = made.pairBase[pair]! + minutes
      made.areaBase[made.areaOf(area)] = made.areaBase[made.areaOf(area)]! + minutes
    }
  })
}

function fillLocked(problem: Problem, made: LayOut): void {
  for (const item of problem.packages) {
    if (!item.locked || item.current === null) continue
    const pair = made.pairOf(item.current, item.area)
    if (pair === undefined)
      throw new Error(`Package ${item.id} is locked with a provider that is not among its options`)
    const minutes = minutesOf(item)
    item.minutes.forEach((part, band) => {
      made.room[pair * made.bands + band] = made.room[pair * made.bands + band]! - part
    })
    made.capRoom[item.current] = made.capRoom[item.current]! - minutes
    made.pairBase[pair] = made.pairBase[pair]! + minutes
    made.areaBase[made.areaOf(item.area)] = made.areaBase[made.areaOf(item.area)]! + minutes
  }
}
