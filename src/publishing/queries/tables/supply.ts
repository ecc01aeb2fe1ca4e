import { type OpenTable, sourceColumn, text, truth, whole } from './open-table.ts'

/** What registers say of services, counted: the columns that two tables share. */
const counted = [
  text('service_type', 'Kind of service', 'Key into the table of service types; empty where the words mean none.'),
  text('sector', 'Sector', 'private, voluntary, local-authority, nhs or other.'),
  truth('in_house', 'In-house', 'Whether the council or health board runs them.'),
] as const

const sums = [
  whole('services', 'Services', 'How many services.', 'services'),
  whole('places', 'Registered places', 'How many places they register; 0 where they register none.', 'places'),
] as const

const day = [
  text('as_of', 'Register as at', 'The day that the register shows.'),
  text('regulator', 'Regulator', 'care-inspectorate or cqc.'),
  text('council', 'Council', 'The code of the council.'),
] as const

/** The services of the latest register, counted by everything that the section on supply is cut by. */
export const supplyTable: OpenTable = {
  name: 'supply',
  title: 'Supply by area, kind and owner',
  description:
    'One row for each area, kind, owner, size of provider and lowest grade of the services for adults that are active on the latest register. Rows add up.',
  columns: [
    ...day,
    text('area_code', 'Area code', 'The smallest area known; empty when none is.'),
    text('care_service', 'Care service', 'What they are, in the regulator’s words.'),
    ...counted,
    text('sector_word', 'Owner', 'Who owns them, in the regulator’s word.'),
    text('provider_size', 'Provider runs', 'single, small (2 to 5 services), medium (6 to 20) or large.'),
    whole('lowest_grade', 'Lowest grade', 'Rank in the regulator’s scale, higher is better; 0 when not graded.'),
    ...sums,
    whole('beds', 'Beds', 'How many beds.', 'beds'),
    sourceColumn,
  ],
  key: [
    ...['regulator', 'council', 'area_code', 'care_service', 'service_type', 'sector', 'in_house'],
    ...['sector_word', 'provider_size', 'lowest_grade'],
  ],
  count: async (data) => (await data.registerCounts()).tally,
  rows: async (data) => {
    const tally = await data.tally()
    const days = new Map(tally?.days.map((one) => [`${one.regulator} ${one.council}`, one]))
    return (tally?.rows ?? []).map((row) => {
      const of = days.get(`${row.regulator} ${row.council}`)
      return [
        ...[of?.asOf ?? null, row.regulator, row.council, row.place || null, row.careService],
        ...[row.serviceType || null, row.sector, row.inHouse, row.sectorWord, row.providerSize, row.lowestGrade],
        ...[row.services, row.places, row.beds, of?.sourceKey ?? null],
      ]
    })
  },
}

/** The services of every register, counted by kind and owner. */
export const registerTrendTable: OpenTable = {
  name: 'register-trend',
  title: 'Supply over all registers',
  description:
    'One row for each register that was imported, council, kind of service and owner: services for adults that were active on that day, and their places.',
  columns: [...day, ...counted, ...sums, sourceColumn],
  key: ['as_of', 'regulator', 'council', 'service_type', 'sector', 'in_house'],
  count: async (data) => (await data.registerCounts()).trend,
  rows: async (data) =>
    (await data.registerTrend()).map((row) => [
      ...[row.asOf, row.regulator, row.council, row.serviceType || null, row.sector, row.inHouse],
      ...[row.services, row.places, row.source],
    ]),
}
