import type { PackageToPlace, Problem } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'
import { most } from './mercat-format.ts'

/** Refuses a problem whose parts do not fit each other, or whose locked packages cannot all stay; the first fault in a sentence. */
export function possible(problem: Problem): Problem {
  const { packages, providers } = problem
  unique('packages', packages)
  unique('providers', providers)
  const bands = packages[0]?.minutes.length
  let options = 0
  for (const [at, one] of packages.entries()) {
    const where = `packages[${at}] (“${one.id}”)`
    if (one.minutes.length !== bands)
      throw invalid(`${where} has minutes for ${one.minutes.length} bands, the packages before it for ${bands}.`)
    references(where, one, providers.length)
    options += one.options.length
  }
  if (options > most.options) throw invalid(`The packages have ${options} options; ${most.options} can be solved.`)
  for (const [at, { id, capacity, minRun, book }] of providers.entries()) {
    const where = `providers[${at}] (“${id}”)`
    const beyond = capacity.find(({ band }) => bands !== undefined && band >= bands)
    if (beyond)
      throw invalid(`${where} has capacity in band ${beyond.band}, and packages have bands 0 to ${(bands ?? 1) - 1}.`)
    const rows = {
      capacity: capacity.map((row) => `${row.area}, band ${row.band}`),
      minRun: minRun.map(areaOf),
      book: book.map(areaOf),
    }
    for (const [name, keys] of Object.entries(rows)) {
      const again = repeated(keys)
      if (again !== undefined) throw invalid(`${where} has ${name} for area ${again} twice.`)
    }
  }
  locksFit(problem)
  return problem
}

const areaOf = ({ area }: { area: number }): string => String(area)

/** The first that stands twice. */
function repeated<T>(values: readonly T[]): T | undefined {
  const seen = new Set<T>()
  for (const value of values) {
    if (seen.has(value)) return value
    seen.add(value)
  }
  return undefined
}

function unique(list: string, rows: readonly { id: string }[]): void {
  const again = repeated(rows.map(({ id }) => id))
  if (again === undefined) return
  const places = rows.flatMap(({ id }, at) => (id === again ? [at] : []))
  throw invalid(`${list}[${places[0]}] and ${list}[${places[1]}] have the same id, “${again}”.`)
}

/** Whether the providers that a package names are there, each once, and its lock means something. */
function references(where: string, { options, current, locked, forbidden }: PackageToPlace, providers: number): void {
  const there = providers === 0 ? 'there are no providers' : `providers go from 0 to ${providers - 1}`
  const offered = options.map(({ provider }) => provider)
  for (const [at, provider] of offered.entries())
    if (provider >= providers) throw invalid(`${where}, options[${at}] is for provider ${provider}, and ${there}.`)
  const again = repeated(offered)
  if (again !== undefined) throw invalid(`${where} has two options for provider ${again}.`)
  if (current !== null && current >= providers) throw invalid(`${where} is with provider ${current} now, and ${there}.`)
  const refused = forbidden.find((provider) => provider >= providers)
  if (refused !== undefined) throw invalid(`${where} forbids provider ${refused}, and ${there}.`)
  if (!locked || current === null) return
  if (!offered.includes(current))
    throw invalid(`${where} is locked with provider ${current} and has no option for that provider.`)
  if (forbidden.includes(current)) throw invalid(`${where} is locked with provider ${current}, which it forbids.`)
}

/** Whether all locked packages have room where they are. */
function locksFit({ packages, providers }: Problem): void {
  const used = providers.map(() => ({ all: 0, bands: new Map<string, number>() }))
  for (const { current, locked, area, minutes } of packages) {
    const here = locked && current !== null ? used[current] : undefined
    for (const [band, one] of minutes.entries()) {
      if (!here || one === 0) continue
      here.all += one
      here.bands.set(`${area}, band ${band}`, (here.bands.get(`${area}, band ${band}`) ?? 0) + one)
    }
  }
  for (const [at, { all, bands }] of used.entries()) {
    const { id = '', capacity = [], capMinutes = null } = providers[at] ?? {}
    const room = new Map(capacity.map(({ area, band, minutes }) => [`${area}, band ${band}`, minutes]))
    const locked = `This cannot be kept: packages locked with provider “${id}” take`
    for (const [where, minutes] of bands)
      if (minutes > (room.get(where) ?? 0))
        throw invalid(`${locked} ${minutes} minutes in area ${where}, and it has ${room.get(where) ?? 0}.`)
    if (capMinutes !== null && all > capMinutes)
      throw invalid(`${locked} ${all} minutes in all, and its cap is ${capMinutes}.`)
  }
}
