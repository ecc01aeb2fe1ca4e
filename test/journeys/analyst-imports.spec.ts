import { expect } from '@playwright/test'
import { add } from './support/desk.ts'
import { test as base, phones, served } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

/** A product of its own: what is imported here is shared, and other journeys tell of the demonstration as it is. */
const test = base.extend<object, { product: Product }>({
  product: [served(), { scope: 'worker', timeout: 120_000 }],
})

interface Place {
  readonly title: string
  readonly slug: string
  /** The part of a service's number that tells the places apart. */
  readonly digits: string
  readonly scripted: boolean
}

const westLothian: Place = { title: 'West Lothian', slug: 'west-lothian', digits: '77', scripted: true }
const eastLothian: Place = { title: 'East Lothian', slug: 'east-lothian', digits: '88', scripted: false }

test('an analyst imports a register, reads what changed and publishes', async ({ reader, newReader, product }) => {
  test.setTimeout(600_000)
  await story(reader, await newReader(), product, westLothian)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('an analyst imports a register, reads what changed and publishes', async ({ reader, newReader, product }) => {
    test.setTimeout(600_000)
    await story(reader, await newReader(), product, eastLothian)
  })
})

async function story(analyst: Reader, anyone: Reader, product: Product, place: Place): Promise<void> {
  await stepInto(analyst, `Commissioner of ${place.title}`)
  await refuseWhatIsNoTable(analyst, product)
  await importRegister(analyst, place, await september(product, place), '30', '9')
  await expect(analyst.page.getByRole('main')).toContainText('12 rows read: 12 added')
  await importRegister(analyst, place, await october(product, place), '31', '10')
  await readWhatChanged(analyst)
  await publish(analyst, place)
  await anyone.open(`/${place.slug}/statement/supply`)
  await expect(anyone.page.getByRole('main')).toContainText('Two homes have changed')
}

const columns =
  'CSNumber,CareService,Subtype,ServiceType,ServiceName,Service_town,ServiceProvider,ServiceStatus,Council_Area_Name,TotalBeds,Client_group,MinGrade,MaxGrade,Publication_of_Latest_Grading'
const places = 'Registered_Places'

/** An invented care home as a row of the register; `lowest` is its lowest grade. */
const home = (place: Place, at: number, { beds = 30, lowest = 4 } = {}) =>
  [
    `CS2099${place.digits}00${String(at).padStart(2, '0')}`,
    'Care Home Service,Older People,Private',
    `Example House ${at},Exampletown,Example Care ${at % 3},Active,${place.title},${beds},Adults,${lowest},5,01/08/2026,${beds}`,
  ].join(',')

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** The first file calls one column as no register does; somebody has to say what it is. */
const september = (product: Product, place: Place) =>
  product.file(`${place.slug}-september.csv`, [
    `${columns},Room for people`,
    ...range(1, 12).map((at) => home(place, at)),
  ])

/** One home is gone, one new, one has a lower grade, one more beds; a thirteenth row has no number. */
const october = (product: Product, place: Place) =>
  product.file(`${place.slug}-october.csv`, [
    `${columns},${places}`,
    home(place, 2, { lowest: 2 }),
    home(place, 3, { beds: 36 }),
    ...range(4, 13).map((at) => home(place, at)),
    home(place, 14).replace(/^CS\d+/, ''),
  ])

async function refuseWhatIsNoTable(analyst: Reader, product: Product): Promise<void> {
  const { page } = analyst
  await analyst.follow('Import data')
  expect(await analyst.heading()).toBe('Import data')
  await analyst.examineAt(phones)
  await analyst.follow('Register of the Care Inspectorate')
  const noTable = await product.file('no-table.csv', ['%PDF-1.7'])
  await page.getByLabel('File', { exact: true }).setInputFiles(noTable)
  await analyst.press('Upload and look at it', 422)
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Enter the day that the file pictures')
  await upload(analyst, noTable, '30', '9', 422)
  await expect(alert).toContainText('no-table.csv is a PDF')
}

async function upload(analyst: Reader, file: string, day: string, month: string, status = 200): Promise<void> {
  await analyst.page.getByLabel('File', { exact: true }).setInputFiles(file)
  await analyst.write(/^Day$/, day)
  await analyst.write(/^Month$/, month)
  await analyst.write(/^Year$/, '2026')
  await analyst.press('Upload and look at it', status)
}

/** Uploads a file, says what its columns are where that is asked, and imports it. */
async function importRegister(analyst: Reader, place: Place, file: string, day: string, month: string): Promise<void> {
  const { page } = analyst
  const main = page.getByRole('main')
  await page.getByRole('link', { name: 'Import data', exact: true }).first().click()
  await analyst.follow('Register of the Care Inspectorate')
  await upload(analyst, file, day, month)
  await analyst.examineAt(phones)
  if ((await analyst.heading()) === 'One column was not found') {
    await analyst.press('Continue with these columns', 422)
    await expect(main.getByRole('alert')).toContainText(`holds “${places}”`)
    await main.getByLabel(`Column of the file for ${places}`).selectOption('Room for people')
    await analyst.press('Continue with these columns')
  } else await analyst.press('Try it out')
  await until(analyst, place, /^Importing this file would/)
  await analyst.examineAt(phones)
  await analyst.press(/^Import (these|the)/)
  await until(analyst, place, /^Imported: /)
}

/** Waits until a job has done its work: with scripts the page follows it by itself, without them it is looked at again. */
async function until(analyst: Reader, { scripted }: Place, heading: RegExp): Promise<void> {
  const again = analyst.page.getByRole('main').getByRole('link', { name: 'Look again' })
  await expect(async () => {
    if (!scripted && (await again.count()) > 0) await analyst.follow('Look again')
    expect(await analyst.heading()).toMatch(heading)
  }).toPass({ timeout: 60_000, intervals: [1000] })
  await analyst.examine()
}

async function readWhatChanged(analyst: Reader): Promise<void> {
  const main = analyst.page.getByRole('main')
  await expect(main).toContainText('13 rows read: 1 added, 2 changed, 9 as they stand, 1 not taken.')
  await expect(main.getByRole('row', { name: /The service has no number/ })).toContainText('Line 14')
  await analyst.press('See what changed in the register')
  expect(await analyst.heading()).toBe('1 new and 1 gone between 30 September 2026 and 31 October 2026')
  for (const name of ['Example House 13', 'Example House 1', 'Example House 2', 'Example House 3'])
    await expect(main.getByRole('row', { name: new RegExp(`${name}\\b`) }).first()).toBeVisible()
  await analyst.examineAt(phones)
}

async function publish(analyst: Reader, { slug }: Place): Promise<void> {
  const main = analyst.page.getByRole('main')
  await analyst.open(`/${slug}/write/supply`)
  await add(analyst, 'Paragraph', 'Two homes have changed since September, and one has opened.')
  await analyst.press('Save')
  await analyst.open(`/${slug}/write/publish`)
  await analyst.write('Title', 'The register of October')
  await analyst.press(/^Publish edition/)
  await expect(main).toContainText('is published. Readers see it now.')
}
