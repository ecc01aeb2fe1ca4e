import { csvOf } from './csv.ts'
import { asPrinted } from './dates.ts'
import type { History } from './history.ts'
import type { Service } from './services.ts'

const kinds = [
  'Care home service with nursing',
  'Care home service without nursing',
  'Domiciliary care service',
  'Extra Care housing services',
  'Shared Lives',
  'Supported living service',
]
const bands = [
  'Dementia',
  'Learning disabilities or autistic spectrum disorder',
  'Mental Health',
  'Older People',
  'Physical Disability',
  'Younger Adults',
]
const columns = [
  ...['Location ID', 'Location HSCA start date', 'Dormant (Y/N)', 'Care home?', 'Location Name', 'Care homes beds'],
  ...['Location Latest Overall Rating', 'Publication Date', 'Location Local Authority', 'Location District'],
  ...['Location Postal Code', 'Provider ID', 'Provider Name', 'Provider Charity Number', 'Provider Ownership Type'],
  ...kinds.map((kind) => `Service type - ${kind}`),
  ...bands.map((band) => `Service user band - ${band}`),
]

const ratings = ['', 'Inadequate', 'Requires improvement', 'Good', 'Outstanding']

/** The invented register of an English council on one day, in columns of the Care Quality Commission's directory; the district is an addition. */
export const cqcFile = (history: History, day: string): string =>
  csvOf(
    columns,
    (history.pictures.find((one) => one.day === day)?.services ?? []).map((service) =>
      rowOf(service, history.council.name),
    ),
  )

function rowOf({ kind, provider, ...service }: Service, council: string) {
  return [
    ...[service.number, asPrinted(service.registeredOn), 'N', service.places === null ? 'N' : 'Y', service.name],
    ...[service.places, ratings[service.grades[0] ?? 0] ?? null, asPrinted(service.gradedOn), council],
    // No charity has the number 0000001.
    ...[service.ground.code, service.postcode, provider.number, provider.name],
    ...[provider.sector === 'voluntary' ? '0000001' : null, 'Organisation'],
    ...kinds.map((name) => (kind.words.includes(name) ? 'Y' : null)),
    ...bands.map((name) => (kind.bands.includes(name) ? 'Y' : null)),
  ]
}
