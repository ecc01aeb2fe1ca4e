import { longDate, number } from '../../core/ui/format.ts'
import { inSentence } from '../../market/index.ts'
import type { LatestChange, ProviderSize, Sector, Trend } from '../../providers/index.ts'
import { counted, countWords, type Noun, shareOf } from './share-words.ts'
import type { SupplyRow } from './supply-rows.ts'

/** What the services of a kind are called in a sentence: homes where people live in them. */
export const nounOf = (serviceType: string | undefined): Noun =>
  serviceType?.startsWith('care-home') ? { one: 'home', many: 'homes' } : { one: 'service', many: 'services' }

const total = (rows: readonly SupplyRow[]): number => rows.reduce((sum, { services }) => sum + services, 0)

const largest = <Row extends SupplyRow>(rows: readonly Row[]): Row | undefined =>
  rows.toSorted((a, b) => b.services - a.services)[0]

/** How many services and places there are: the heading over all of them. */
export function supplyFinding(rows: readonly SupplyRow[], where: string, noun: Noun): string {
  const [services, places] = [total(rows), rows.reduce((sum, row) => sum + row.places, 0)]
  const registered = services === 1 ? 'is registered' : 'are registered'
  const said = upperFirst(services > 10 ? `${number(services)} ${noun.many}` : counted(services, noun))
  if (places === 0) return `${said} ${registered} in ${where}`
  return `${said} ${registered} in ${where}, with ${number(places)} ${places === 1 ? 'place' : 'places'}`
}

/** Which kind of service there is most of. */
export function kindFinding(kinds: readonly SupplyRow[]): string {
  const [first] = kinds
  const all = total(kinds)
  if (!first) return 'No service is registered'
  if (kinds.length === 1) return `Every service is of one kind: ${inSentence(first.name)}`
  return `The most common kind is ${inSentence(first.name)}: ${countWords(first.services)} of ${number(all)} services`
}

const runBy: Readonly<Record<Sector, string>> = {
  private: 'privately run',
  voluntary: 'run by voluntary organisations',
  'local-authority': 'run by a council',
  nhs: 'run by the NHS',
  other: 'run by owners of another sort',
}

/** Who runs most of the services: "Two homes in three are privately run". */
export function sectorFinding(sectors: readonly (SupplyRow & { readonly key: string })[], noun: Noun): string {
  const first = largest(sectors)
  if (!first) return 'No service is registered'
  return `${shareOf(first.services, total(sectors), noun)} ${runBy[first.key as Sector] ?? 'run by others'}`
}

/** How many of the services the partnership provides itself. */
export function inHouseFinding(rows: readonly SupplyRow[], noun: Noun): string {
  const own = rows.reduce((sum, { inHouse }) => sum + inHouse, 0)
  return `${shareOf(own, total(rows), noun)} run in-house`
}

const sizeWords: Readonly<Record<ProviderSize, string>> = {
  single: 'run by a provider that has no other',
  small: 'run by providers with 2 to 5 services',
  medium: 'run by providers with 6 to 20 services',
  large: 'run by providers with more than 20 services',
}

/** How large the providers are that run most of the services. */
export function sizeFinding(sizes: readonly SupplyRow[], noun: Noun): string {
  const first = largest(sizes)
  if (!first) return 'No service is registered'
  return `${shareOf(first.services, total(sizes), noun)} ${sizeWords[first.key as ProviderSize] ?? ''}`
}

/** How many of the graded services have no grade below "Good". */
export function gradeFinding(grades: readonly SupplyRow[], good: number, noun: Noun): string {
  const graded = grades.filter(({ key }) => Number(key) > 0)
  const all = total(graded)
  if (all === 0) return `No ${noun.one} has been graded yet`
  const part = total(graded.filter(({ key }) => Number(key) >= good))
  const said = { one: `graded ${noun.one}`, many: `graded ${noun.many}` }
  return `${shareOf(part, all, said, { one: 'has', many: 'have' })} no grade below “Good”`
}

/** Which area has most; undefined where nothing can be said of areas. */
export function areaFinding(areas: readonly SupplyRow[], noun: Noun): string | undefined {
  const first = largest(areas)
  const all = total(areas)
  if (!first || all === 0 || areas.length < 2) return undefined
  const alike = areas.filter(({ services }) => services === first.services)
  if (alike.length > 1) return `${alike.length} areas have the most ${noun.many}: ${countWords(first.services)} each`
  const none = areas.filter(({ services }) => services === 0).length
  const without = none === 0 ? '' : none === 1 ? ', and one area has none' : `, and ${countWords(none)} areas have none`
  return `${first.name} has the most ${noun.many}: ${countWords(first.services)} of ${number(all)}${without}`
}

/** What the latest register changed, as a sentence. */
export function changeSentence(change: LatestChange): string {
  const { from, new: added, gone, lowestGradeUp: up, lowestGradeDown: down, placesGained, placesLost } = change
  const parts = [
    added > 0 && `${countWords(added)} ${added === 1 ? 'service is new' : 'services are new'}`,
    gone > 0 && `${countWords(gone)} ${gone === 1 ? 'has' : 'have'} gone`,
    up > 0 && `${countWords(up)} ${up === 1 ? 'has' : 'have'} a better lowest grade`,
    down > 0 && `${countWords(down)} ${down === 1 ? 'has' : 'have'} a lower one`,
    placesGained > 0 && `${countWords(placesGained)} ${placesGained === 1 ? 'place was' : 'places were'} added`,
    placesLost > 0 && `${countWords(placesLost)} ${placesLost === 1 ? 'place was' : 'places were'} taken away`,
  ].filter((part) => part !== false)
  const since = `Since the register of ${longDate(from)}`
  if (parts.length === 0) return `${since} no service has come, gone, been regraded or changed its places.`
  const [last, rest] = [parts.at(-1), parts.slice(0, -1)]
  return `${since} ${rest.length > 0 ? `${rest.join(', ')} and ${last}` : last}.`
}

/** What a line of registers comes to, from the first day to the last; undefined where there is only one day. */
export function trendFinding(points: Trend['lines'][number]['points'], noun: Noun): string | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return undefined
  const services = last.services - first.services
  const places = last.places - first.places
  const since = `than on ${longDate(first.asOf)}`
  const more = (by: number, one: string, many: string) =>
    `${countWords(Math.abs(by))} ${by > 0 ? 'more' : 'fewer'} ${Math.abs(by) === 1 ? one : many}`
  if (services === 0 && places === 0) {
    const both = last.places > 0 ? `${noun.many} and places` : noun.many
    return `As many ${both} as on ${longDate(first.asOf)}`
  }
  const parts = [
    ...(services === 0 ? [] : [more(services, noun.one, noun.many)]),
    ...(places === 0 ? [] : [more(places, 'place', 'places')]),
  ]
  return upperFirst(`${parts.join(' and ')} ${since}`)
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
