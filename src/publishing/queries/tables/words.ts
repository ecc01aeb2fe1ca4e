import { type OpenTable, text, truth, whole } from './open-table.ts'

const key = text('key', 'Key', 'It stays as it is from release to release.')
const otherNames = text(
  'other_names',
  'Other names',
  'Words that documents and registers use for the same, parted by |.',
)
const from = text('valid_from', 'From', 'The first day on which it held; empty where it always did.')
const to = text('valid_to', 'To', 'The last day on which it held; empty while it does.')

/** The kinds of service that figures, registers and budgets share. */
export const serviceTypesTable: OpenTable = {
  name: 'service-types',
  title: 'Kinds of service',
  description: 'One row for each kind of service, in the order of lists.',
  columns: [
    key,
    text('name', 'Name', 'Its name here.'),
    otherNames,
    truth('counted_in_places', 'Counted in places', 'Whether its size is told in registered places.'),
    truth('lived_in', 'Lived in', 'Whether people live there.'),
  ],
  key: ['key'],
  count: async (data) => (await data.registerCounts()).serviceTypes.length,
  rows: async (data) =>
    (await data.serviceTypes()).map((type) => [
      ...[type.key, type.name, type.otherNames.join('|') || null],
      ...[type.countedInPlaces, type.livedIn],
    ]),
}

/** The groups of people whose needs are planned together. */
export const careGroupsTable: OpenTable = {
  name: 'care-groups',
  title: 'Care groups',
  description: 'One row for each group of people whose needs are planned together, in the order of lists.',
  columns: [key, text('name', 'Name', 'Its name here.'), otherNames],
  key: ['key'],
  count: async (data) => (await data.registerCounts()).careGroups,
  rows: async (data) =>
    (await data.careGroups()).map((group) => [group.key, group.name, group.otherNames.join('|') || null]),
}

/** The regulators' grades. */
export const ratingScalesTable: OpenTable = {
  name: 'rating-scales',
  title: 'Grades of the regulators',
  description: 'One row for each grade of each scale, the best first, with the days on which the scale held.',
  columns: [
    text('scale', 'Scale', 'Key of the scale.'),
    text('regulator', 'Regulator', 'Whose scale it is.'),
    text('nation', 'Nation', 'scotland or england.'),
    from,
    to,
    whole('rank', 'Rank', 'Higher is better; other tables name grades by it.'),
    text('value', 'Value', 'As the regulator writes it.'),
    text('word', 'Word', 'What it is called.'),
  ],
  key: ['scale', 'rank'],
  count: async (data) => (await data.registerCounts()).grades,
  rows: async (data) =>
    (await data.ratingScales()).flatMap(({ key: scale, regulator, nation, validFrom, validTo, grades }) =>
      grades.map(({ rank, value, word }) => [scale, regulator, nation, validFrom, validTo, rank, value, word]),
    ),
}

/** What regulators' words mean here. */
export const regulatorTermsTable: OpenTable = {
  name: 'regulator-words',
  title: 'Regulators’ words and what they mean',
  description:
    'One row for each word that a regulator uses for a kind of service, a care group or an owner, and what it means here. Of two that fit, the first counts.',
  columns: [
    whole('position', 'Position', 'Its place in the order, from 1.'),
    text('regulator', 'Regulator', 'care-inspectorate or cqc.'),
    text('kind', 'Kind', 'service-type, care-group or sector.'),
    text('words', 'Words', 'As the regulator writes them.'),
    text('qualifier', 'Only with', 'The further words that must stand beside them; empty for any.'),
    text('means', 'Means', 'A key into service types or care groups, or a sector; empty where it means none here.'),
    from,
    to,
  ],
  key: ['position'],
  count: async (data) => (await data.registerCounts()).regulatorTerms,
  rows: async (data) =>
    (await data.regulatorTerms()).map(({ regulator, kind, words, qualifier, termKey, validFrom, validTo }, at) => [
      ...[at + 1, regulator, kind, words],
      ...[qualifier || null, termKey || null, validFrom, validTo],
    ]),
}
