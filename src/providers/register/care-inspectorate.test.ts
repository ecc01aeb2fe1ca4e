import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv, readings } from '../../../test/support/register-readings.ts'
import { newSurvey } from './register-survey.ts'

/** A row of the Care Inspectorate's columns as they are now, with some cells of its own. */
const scottish: Readonly<Record<string, string>> = {
  CSNumber: 'CS2099000001',
  CareService: 'Care Home Service',
  Subtype: 'Older People',
  AdditionalSubtypes: '',
  ServiceType: 'Private',
  ServiceName: 'Example House',
  Service_town: 'Exampleton',
  Service_Postcode: 'zz1 1zz',
  Service_Phone_Number: '01234 000000',
  Manager_Name: 'A. N. Other',
  SP_number: 'SP2099000001',
  ServiceProvider: 'Example Care',
  Provided_by_Local_Authority: 'No',
  ServiceStatus: 'Active',
  DateReg: '01/04/2002',
  Date_Reg: '2002_4',
  SIMD2020_Decile: '5.0',
  Datazone: 'S01000001',
  Council_Area_Name: 'West Lothian',
  TotalBeds: '40.0',
  Registered_Places: '42.0',
  NumberStaff: '17.2',
  Client_group: 'Adults',
  CareHome_Main_Area_of_Care: 'Older people - dementia',
  Care_Home_All_Areas_of_Provision: 'Older people - dementia, Palliative and end of life care,',
  MinGrade: '4.0',
  MaxGrade: '5.0',
  Publication_of_Latest_Grading: '23/05/2023',
  KQ_Support_Wellbeing: '4.0',
  KQ_Leadership: '5.0',
  KQ_Wellbeing_change: 'Same',
  Complaints_upheld_2324: '1.0',
  Last_inspection_Date: '04/05/2023',
}

async function service(cells: Record<string, string>, without: readonly string[] = []) {
  const row = Object.entries({ ...scottish, ...cells }).filter(([name]) => !without.includes(name))
  const [reading] = await readings('care-inspectorate', csv([row.map(([name]) => name), row.map(([, cell]) => cell)]))
  if (!reading || !('value' in reading) || !reading.value) throw new Error(JSON.stringify(reading))
  return reading.value
}

test('a row of the Care Inspectorate is read by what its columns mean, and nobody’s name, phone or address comes along', async () => {
  const { detail, flags, latest } = await service({})
  expect(detail).toEqual({
    number: 'CS2099000001',
    name: 'Example House',
    status: 'active',
    client_group: 'adults',
    care_service: 'Care Home Service',
    subtype: 'Older People',
    service_type: 'care-home-older-people',
    care_groups: ['older-people', 'dementia', 'palliative-care'],
    sector_word: 'Private',
    sector: 'private',
    in_house: false,
    council: 'S12000040',
    place: 'S12000040',
    town: 'Exampleton',
    postcode: 'ZZ1 1ZZ',
    provider_number: 'SP2099000001',
    provider_name: 'Example Care',
    places: 42,
    beds: 40,
    staff: 17.2,
    rating_scale: 'care-inspectorate-key-questions',
    lowest_grade: 4,
    highest_grade: 5,
    grades: { wellbeing: 4, leadership: 5 },
    graded_on: '2023-05-23',
    inspected_on: '2023-05-04',
    registered_on: '2002-04-01',
    decile: 5,
  })
  expect(flags).toEqual([])
  expect(latest).toBe('2023-05-23')
  expect(JSON.stringify(detail)).not.toMatch(/Other|01234/)
})

test('before 2018 a service is graded by four themes, and for some years a file has both', async () => {
  const themes = {
    Quality_of_Care_and_Support: '3',
    Quality_of_Environment: '4',
    Quality_of_Staffing: '5 - Very Good',
    Quality_of_Mgmt_and_Lship: 'Excellent',
  }
  const noQuestions = { KQ_Support_Wellbeing: 'NA', KQ_Leadership: '' }
  const before = await service({ ...themes, ...noQuestions, MinGrade: '', MaxGrade: '' })
  expect(before.detail).toMatchObject({
    rating_scale: 'care-inspectorate-themes',
    lowest_grade: 3,
    highest_grade: 6,
    grades: { 'care-and-support': 3, environment: 4, staffing: 5, 'management-and-leadership': 6 },
  })
  expect(before.flags).toEqual([])
  expect((await service(themes)).detail).toMatchObject({
    rating_scale: 'care-inspectorate-key-questions',
    grades: { wellbeing: 4, leadership: 5 },
  })
  const named = { 'Care & Support': '2', Environment: '3', Staffing: '4', 'Management and Leadership': '5' }
  expect((await service({ ...named, ...noQuestions, MinGrade: '', MaxGrade: '' })).detail).toMatchObject({
    lowest_grade: 2,
    highest_grade: 5,
  })
})

test('columns that years have renamed are found, and a client group that no column tells follows from the service', async () => {
  const renamed = { 'Service Type': 'Voluntary or Not for Profit', SIMD2016_Decile: '3', 'Client group': 'Adults' }
  const { detail } = await service(renamed, ['ServiceType', 'SIMD2020_Decile', 'Client_group', 'DateReg'])
  expect(detail).toMatchObject({ sector: 'voluntary', decile: 3, client_group: 'adults', registered_on: null })
  const group = async (CareService: string, Subtype: string) =>
    (await service({ CareService, Subtype }, ['Client_group'])).detail.client_group
  expect(await group('Care Home Service', 'Children & Young People')).toBe('children')
  expect(await group('Fostering Service', '')).toBe('children')
  expect(await group('Support Service', 'Care at Home')).toBe('adults')
})

test('a service that is not graded, or whose places are not registered, has none', async () => {
  const blank = { MinGrade: 'NA', MaxGrade: '', KQ_Support_Wellbeing: 'Not assessed', KQ_Leadership: '-' }
  const { detail, flags } = await service({ ...blank, Registered_Places: '0.0', TotalBeds: 'NA', NumberStaff: '' })
  expect(detail).toMatchObject({ rating_scale: null, lowest_grade: null, places: null, beds: null, staff: null })
  expect(flags).toEqual([])
})

test.each<[string, Record<string, string>, string, object]>([
  [
    'more beds than places',
    { TotalBeds: '44.0' },
    'There are 44 beds and 42 registered places.',
    { beds: 44, places: 42 },
  ],
  ['a grade that is none', { KQ_Leadership: '9.0' }, '“9.0” is not a grade.', { lowest_grade: 4 }],
  ['a count that is none', { Registered_Places: 'many' }, '“many” is not a count.', { places: null }],
  ['half a place', { Registered_Places: '10.5' }, '“10.5” is not a count.', { places: null }],
  ['a date that is none', { DateReg: '31/02/2002' }, '“31/02/2002” is not a date.', { registered_on: null }],
  ['a date to come', { DateReg: '01/01/2205' }, '01/01/2205 has not come yet.', { registered_on: null }],
  ['a status that is none', { ServiceStatus: 'Purple' }, '“Purple” is not a status', { status: 'inactive' }],
  [
    'a new kind of service',
    { CareService: 'Moon Care' },
    '“Moon Care, Older People” is not a kind',
    { service_type: null },
  ],
  ['a new sector', { ServiceType: 'Mutual' }, '“Mutual” is not a sector', { sector: 'other', sector_word: 'Mutual' }],
  ['no name', { ServiceName: '' }, 'This is blank', { name: 'CS2099000001' }],
  [
    'a name that never ends',
    { ServiceName: 'A'.repeat(70_000) },
    'This has 70,000 characters; the first 1,000 are kept.',
    { name: 'A'.repeat(1000) },
  ],
  ['a tenth of twelve', { SIMD2020_Decile: '12' }, '“12” is not a tenth', { decile: null }],
])('a row with %s is kept and flagged', async (_, cells, reason, kept) => {
  const { detail, flags } = await service(cells)
  expect(flags.map((flag) => flag.reason)).toEqual([expect.stringContaining(reason)])
  expect(detail).toMatchObject(kept)
})

test('line ends and marks that nobody sees are not kept, a text that looks like a formula is, as a text', async () => {
  const odd = { ServiceName: 'Example\nHouse\t2', ServiceProvider: '\u202EExample\u202C Care', Service_town: '=1+1' }
  const { detail, flags } = await service(odd)
  expect(detail).toMatchObject({ name: 'Example House 2', provider_name: 'Example Care', town: '=1+1' })
  expect(flags).toEqual([])
})

test('a council may be told by code, and a ward’s code in the data zone places a service there', async () => {
  expect((await service({ Council_Area_Name: 'S12000040', Datazone: 'S13002936' })).detail).toMatchObject({
    council: 'S12000040',
    place: 'S13002936',
  })
})

test('a service outside Scotland keeps the file’s words for where it is', async () => {
  const { detail, unknown } = await service({ Council_Area_Name: 'Outside Scotland' })
  expect(detail).toMatchObject({ council: 'Outside Scotland', place: null })
  expect(unknown).toMatchObject({ column: 'Council_Area_Name', name: 'Outside Scotland' })
})

test('a childminder is kept without name, provider, town or postcode', async () => {
  const { detail } = await service({ CareService: 'Child Minding', Subtype: '', ServiceName: 'Example, Erin' })
  expect(detail).toMatchObject({
    name: 'Childminder',
    provider_name: null,
    provider_number: null,
    town: null,
    postcode: null,
    service_type: 'childminding',
  })
})

test('a row without a number, or with something else for it, is turned away', async () => {
  const rows = ['', 'Example House', 'CS12'].map((number) => ({ ...scottish, CSNumber: number }))
  const content = csv([Object.keys(scottish), ...rows.map((row) => Object.values(row))])
  const reasons = (await readings('care-inspectorate', content)).map(
    (one) => 'problems' in one && one.problems[0]?.reason,
  )
  expect(reasons).toEqual([
    'The service has no number.',
    '“Example House” is not the number of a service.',
    '“CS12” is not the number of a service.',
  ])
})

test('it does not matter where a column stands', async () => {
  const usual = await service({})
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(Object.entries(scottish), { minLength: Object.keys(scottish).length }),
      async (cells) => {
        const content = csv([cells.map(([name]) => name), cells.map(([, cell]) => cell)])
        const [reading] = await readings('care-inspectorate', content)
        expect(reading).toMatchObject({ value: { detail: usual.detail } })
      },
    ),
    { numRuns: 30 },
  )
})

test('every row of any file is read, turned away or passed over, and nothing stops the reading', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'NA', 'CS2099000001', '4.0', 'Active', '31/05/2025'),
    fc.string({ maxLength: 12 }),
  )
  const row = fc.array(cell, { minLength: Object.keys(scottish).length, maxLength: Object.keys(scottish).length })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      // A row of blanks is no row.
      const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''))
      const survey = newSurvey('2025-05-31')
      let kept = 0
      for (const reading of await readings('care-inspectorate', csv([Object.keys(scottish), ...filled]))) {
        if (survey.take(reading)) kept += 1
      }
      expect(kept + survey.rejectedRows()).toBe(survey.read())
      expect(survey.read()).toBe(filled.length)
    }),
    { numRuns: 60 },
  )
})
