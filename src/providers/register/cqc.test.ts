import { expect, test } from 'vitest'
import { csv, readings } from '../../../test/support/register-readings.ts'
import { registerColumns } from './register-layout.ts'

const english: Readonly<Record<string, string>> = {
  'Location ID': '1-9900000001',
  'Location HSCA start date': '01/10/2010',
  'Dormant (Y/N)': 'N',
  'Care home?': 'Y',
  'Location Name': 'Example Court',
  'Location Telephone Number': '01234000000',
  'Registered manager': 'Other, A. N.',
  'Care homes beds': '30',
  'Location Type/Sector': 'Social Care Org',
  'Location Inspection Directorate': 'Adult social care',
  'Location Latest Overall Rating': 'Requires improvement',
  'Publication Date': '02/03/2024',
  'Location Local Authority': 'Lancashire',
  'Location City': 'Exampleton',
  'Location Postal Code': 'ZZ2 2ZZ',
  'Location Latitude': '53.79',
  'Location Longitude': '-2.25',
  'Provider ID': '1-9900000002',
  'Provider Name': 'Example Care Limited',
  'Provider Ownership Type': 'Organisation',
  'Provider Charity Number': '',
  'Service type - Domiciliary care service': 'Y',
  'Service type - Care home service with nursing': 'Y',
  'Service type - Dental service': '',
  'Service user band - Dementia': 'Y',
  'Service user band - Older People': 'Y',
  'Service user band - Children 0-18 years': '',
}

async function location(cells: Record<string, string>, titles = '') {
  const row = { ...english, ...cells }
  const [reading] = await readings('cqc', titles + csv([Object.keys(row), Object.values(row)]))
  if (!reading || !('value' in reading)) throw new Error(JSON.stringify(reading))
  return reading.value
}

test('a location of the Care Quality Commission is read by its header, under titles or not', async () => {
  const titles = 'Care directory with filters,,\n\nAs at 1 April 2024,,,\n'
  const found = await location({}, titles)
  expect(found).toEqual(await location({}))
  expect(found?.detail).toMatchObject({
    number: '1-9900000001',
    name: 'Example Court',
    status: 'active',
    client_group: 'adults',
    care_service: 'Care home service with nursing',
    subtype: 'Older People',
    service_type: 'care-home-older-people',
    care_groups: ['older-people', 'dementia'],
    sector_word: 'Organisation',
    sector: 'private',
    council: 'E10000017',
    place: 'E07000117',
    places: 30,
    beds: 30,
    rating_scale: 'cqc-ratings',
    lowest_grade: 2,
    highest_grade: 2,
    graded_on: '2024-03-02',
    registered_on: '2010-10-01',
  })
  expect(found?.flags).toEqual([])
  expect(JSON.stringify(found?.detail)).not.toMatch(/Other|01234/)
})

test('names without “Location” before them will do', async () => {
  const row = Object.fromEntries(
    Object.entries(english).map(([name, cell]) => [name.replace(/^Location (?!ID|HSCA)/, ''), cell]),
  )
  const [reading] = await readings('cqc', csv([Object.keys(row), Object.values(row)]))
  expect(reading && 'value' in reading && reading.value).toEqual(await location({}))
})

test.each<[string, Record<string, string>, object]>([
  ['a dormant location', { 'Dormant (Y/N)': 'Y' }, { status: 'inactive' }],
  ['a charity', { 'Provider Charity Number': '990001' }, { sector: 'voluntary', in_house: false }],
  ['a council', { 'Provider Name': 'Exampleshire County Council' }, { sector: 'local-authority', in_house: true }],
  ['a health service trust', { 'Provider Ownership Type': 'NHS Body' }, { sector: 'nhs' }],
  ['one person', { 'Provider Ownership Type': 'Individual' }, { sector: 'private', provider_name: null }],
  ['a location not rated yet', { 'Location Latest Overall Rating': 'No published rating' }, { lowest_grade: null }],
  ['a district that is named', { 'Location Longitude': '', 'Location District': 'Burnley' }, { place: 'E07000117' }],
  [
    'care at home',
    { 'Care home?': 'N', 'Service type - Care home service with nursing': '', 'Care homes beds': '0' },
    { care_service: 'Domiciliary care service', service_type: 'care-at-home', places: null, beds: null },
  ],
])('%s is read as such', async (_, cells, expected) => {
  const found = await location(cells)
  expect(found?.detail).toMatchObject(expected)
  expect(found?.flags).toEqual([])
})

test('a dentist is no care service', async () => {
  const dentist = {
    'Care home?': 'N',
    'Location Inspection Directorate': 'Primary medical services',
    'Service type - Domiciliary care service': '',
    'Service type - Care home service with nursing': '',
    'Service type - Dental service': 'Y',
  }
  expect(await location(dentist)).toBeNull()
})

test('a rating that is none is flagged', async () => {
  const found = await location({ 'Location Latest Overall Rating': 'Splendid' })
  expect(found?.flags.map(({ reason }) => reason)).toEqual(['“Splendid” is not a rating.'])
})

test('no column of a person’s phone, e-mail or manager is among those looked for', () => {
  const personal = [
    'Service_Phone_Number',
    'Eforms_email_address',
    'Manager_Name',
    'Registered manager',
    'Location Telephone Number',
  ]
  for (const regulator of ['care-inspectorate', 'cqc'] as const) {
    for (const { names } of registerColumns(regulator)) {
      const hits = personal.filter((name) =>
        names.some((one) => (typeof one === 'string' ? one === name : one.test(name))),
      )
      expect(hits).toEqual([])
    }
  }
})
