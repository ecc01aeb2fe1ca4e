import { expect, type Locator } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

// Each test has people and places of its own.
test.describe.configure({ mode: 'parallel' })

/** Everything that happens to the contract has happened by now, whatever day of the year it is. */
const year = new Date().getFullYear()
const lastYear = year - 1
const days = {
  first: `1 April ${lastYear}`,
  last: `31 March ${year + 1}`,
  extended: `31 March ${year + 2}`,
  transfer: `1 October ${lastYear}`,
  uplift: `1 January ${year}`,
}
const midsummer = `${lastYear}-06-24`

const partnership = 'east-lothian'
const lead = 'Imaginary Holly Support Ltd'
const fallback = 'Imaginary Oak Care Charity'
const taker = 'Imaginary Oak Living Ltd'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a contract is made, extended, handed over and uplifted, and the register is read as at last year', async ({
      reader: officer,
      newReader,
      product,
    }) => {
      test.setTimeout(600_000)
      const commissioner = await newReader()
      await stepInto(officer, 'Contracts officer of East Lothian')
      await stepInto(commissioner, 'Commissioner of East Lothian')
      const title = `Care at home by the sea ${javaScriptEnabled ? 'with' : 'without'} scripts`
      const reference = await newContract(officer, title)
      await approveAward(officer, commissioner, title, reference)
      expect(await placesOf(product, reference, midsummer)).toEqual([
        [lead, 'lead', 1, 2100],
        [fallback, 'fallback', 2, 2215],
      ])
      await extend(officer, commissioner, reference)
      await transfer(officer, reference)
      await uplift(officer, reference)
      await readAsAtLastYear(officer, product, reference)
    })
  })
}

const main = ({ page }: Reader): Locator => page.getByRole('main')

const choose = (reader: Reader, field: string | RegExp, words: string) =>
  main(reader).getByLabel(field).selectOption({ label: words })

/** Writes a day such as "31 March 2027" into its three fields. */
async function writeDay(reader: Reader, legend: string, words: string): Promise<void> {
  const day = new Date(`${words} UTC`)
  const group = main(reader).getByRole('group', { name: legend, exact: true })
  await group.getByLabel('Day').fill(String(day.getUTCDate()))
  await group.getByLabel('Month').fill(String(day.getUTCMonth() + 1))
  await group.getByLabel('Year').fill(String(day.getUTCFullYear()))
}

/** From its title to its award, which is more than an officer may decide; returns its reference. */
async function newContract(officer: Reader, title: string): Promise<string> {
  await officer.open(`/${partnership}/contracts`)
  await officer.press('Add a contract')
  await officer.write(/^Title/, title)
  await choose(officer, /^Kind/, 'Framework')
  await choose(officer, /^Service/, 'Care at home')
  await main(officer).getByLabel('Older people', { exact: true }).check()
  await officer.press('Save and go on')
  expect(await officer.heading()).toBe('Details, days and options')
  const reference = /new\/([A-Z0-9-]+)/.exec(officer.page.url())?.[1] ?? ''
  await officer.write(/^Worth a year/, '120,000')
  await choose(officer, /^What this amount is/, 'An estimate')
  await writeDay(officer, 'First day', days.first)
  await writeDay(officer, 'Last day', days.last)
  await main(officer).getByLabel('Months', { exact: true }).first().fill('12')
  await officer.press('Save and go on')
  await lotWithPrices(officer)
  return reference
}

/** One lot, whose lead is put in last. */
async function lotWithPrices(officer: Reader): Promise<void> {
  expect(await officer.heading()).toBe('Add a lot')
  await officer.write(/^Number/, '1')
  await main(officer).getByLabel('East Lothian', { exact: true }).check()
  await main(officer).getByLabel('One provider leads, and is asked before all others').check()
  await officer.write(/^Add a provider/, 'Imaginary')
  await officer.press('Find')
  for (const provider of [fallback, lead]) await officer.press(`Add ${provider}`)
  await choose(officer, `Role of ${fallback}`, 'Fallback')
  await officer.write(`Rank of ${fallback}: 1 is asked first`, '2')
  await choose(officer, `Role of ${lead}`, 'Lead')
  await officer.write(`Rank of ${lead}: 1 is asked first`, '1')
  await officer.press('Save and set prices')
  await price(officer, 1, { whose: lead, unit: 'an hour', pounds: '21.00', yearly: '1000' })
  await price(officer, 2, { whose: fallback, unit: 'an hour', pounds: '22.15', yearly: '1000' })
  await officer.press('Save prices')
}

interface Price {
  readonly whose: string
  readonly unit: string
  readonly pounds: string
  readonly yearly: string
}

async function price(officer: Reader, at: number, { whose, unit, pounds, yearly }: Price): Promise<void> {
  await choose(officer, `Price ${at}: whose price`, whose)
  await choose(officer, `Price ${at}: what the price is for`, unit)
  await officer.write(`Price ${at}: price in pounds`, pounds)
  await officer.write(`Price ${at}: units a year`, yearly)
}

/** Sends the award to whoever may decide it, who finds it among what waits. */
async function approveAward(officer: Reader, commissioner: Reader, title: string, reference: string): Promise<void> {
  await officer.follow('Check and award')
  await expect(main(officer).getByRole('table', { name: 'Lots with their providers and prices' })).toContainText(
    new RegExp(`${lead}: lead, rank 1.*${fallback}: fallback, rank 2.*£21.00 an hour, ${lead}`, 's'),
  )
  await officer.write('Reason for the award', 'Tender report, invented.')
  await officer.press('Award the contract')
  await expect(main(officer)).toContainText('waits for a commissioner')
  await expect(main(officer)).toContainText('£240,000')
  await approve(commissioner, await find(commissioner, reference, 'Award'))
  await officer.open(`/${partnership}/contracts/${reference}`)
  expect(await officer.heading()).toBe(title)
  await expect(fact(officer, 'Ends')).toHaveText(days.last)
}

/** The commissioner finds what waits of one contract. */
async function find(commissioner: Reader, reference: string, what: string): Promise<string> {
  await commissioner.open(`/${partnership}/contracts`)
  await commissioner.press(/^Changes to approve/)
  const row = main(commissioner).getByRole('row').filter({ hasText: reference })
  return (await row.getByRole('link', { name: what }).getAttribute('href')) ?? ''
}

async function approve(commissioner: Reader, change: string): Promise<void> {
  await commissioner.open(change)
  await commissioner.write('Words on it', 'Approved at the meeting.')
  await commissioner.press('Approve')
}

/** The option of a year is taken: a year more of what the contract is worth. */
async function extend(officer: Reader, commissioner: Reader, reference: string): Promise<void> {
  await officer.follow('Take it')
  await officer.write(/^Reason/, 'The review found it sound.')
  await officer.press('Make this change')
  await expect(main(officer)).toContainText('£120,000')
  await approve(commissioner, new URL(officer.page.url()).pathname)
  await officer.open(`/${partnership}/contracts/${reference}`)
  await expect(fact(officer, 'Ends')).toHaveText(days.extended)
  await expect(main(officer).getByRole('table', { name: 'Term and options' })).toContainText(days.extended)
}

/** The lead is handed over, which commits nothing new: within the officer’s own authority. */
async function transfer(officer: Reader, reference: string): Promise<void> {
  await officer.press('Change this contract')
  await officer.follow('Hand over to another provider')
  await choose(officer, 'Who hands over', lead)
  await officer.write(/^Who takes over/, taker)
  await officer.press('Find')
  await main(officer).getByRole('radio', { name: taker }).check()
  await writeDay(officer, 'First day on which it holds', days.transfer)
  await officer.write(/^Reason/, 'A merger, invented.')
  await officer.press('Make this change')
  await expect(officer.page).toHaveURL(new RegExp(`${reference}\\?done=transfer$`))
  expect(await providers(officer)).toEqual([
    [taker, 'Lead', '1', days.transfer, '£21.00 an hour'],
    [fallback, 'Fallback', '2', days.first, '£22.15 an hour'],
  ])
  await officer.examineAt(phones)
}

/** 3.5% of £21.00 is 73.5 pence, and half a penny is rounded up. */
async function uplift(officer: Reader, reference: string): Promise<void> {
  await officer.press('Change this contract')
  await officer.follow('Raise its prices in a round')
  await officer.write(/^Name of the round/, `Uplift of ${reference}`)
  await expect(main(officer).getByLabel('Reference of the contract')).toHaveValue(reference)
  await main(officer).getByLabel('By a percentage').check()
  await officer.write('Percentage', '3.5')
  await writeDay(officer, 'First day of the new prices', days.uplift)
  await officer.write(/^Reason/, 'Budget, invented.')
  await officer.press('Work it out')
  expect(await officer.heading()).toBe('2 prices would change')
  await officer.press('Apply to 2 prices')
  const became = main(officer).getByRole('table', { name: 'Prices before and after the round' })
  await expect(became.getByRole('row').filter({ hasText: taker })).toContainText(/£21\.00.*£21\.74/)
  await expect(became.getByRole('row').filter({ hasText: fallback })).toContainText(/£22\.15.*£22\.93/)
}

async function readAsAtLastYear(officer: Reader, product: Product, reference: string): Promise<void> {
  const contract = `/${partnership}/contracts/${reference}`
  await officer.open(contract)
  expect(await providers(officer)).toEqual([
    [taker, 'Lead', '1', days.transfer, '£21.74 an hour'],
    [fallback, 'Fallback', '2', days.first, '£22.93 an hour'],
  ])
  const [beforeUplift, beforeTransfer, beforeExtension] = await main(officer)
    .getByRole('link', { name: 'As it was known before' })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

  // The same day, as it is known now and as it was known before each change.
  await officer.open(`${contract}?on=${midsummer}`)
  expect(await providers(officer)).toEqual([
    [lead, 'Lead', '1', days.first, '£21.00 an hour'],
    [fallback, 'Fallback', '2', days.first, '£22.15 an hour'],
  ])
  await officer.open(beforeUplift ?? '')
  expect(await providers(officer)).toEqual([
    [taker, 'Lead', '1', days.transfer, '£21.00 an hour'],
    [fallback, 'Fallback', '2', days.first, '£22.15 an hour'],
  ])
  await officer.open(beforeTransfer ?? '')
  expect((await providers(officer)).map(([name]) => name)).toEqual([lead, fallback])
  await officer.open(beforeExtension ?? '')
  await expect(fact(officer, 'Ends')).toHaveText(days.last)

  const row = () =>
    main(officer)
      .getByRole('row')
      .filter({ has: officer.page.locator(`a[href*="/${reference}"]`) })
  await officer.open(`/${partnership}/contracts?on=${midsummer}`)
  await expect(row()).toContainText('Framework, 2 providers')
  await expect(row()).toContainText(days.extended)
  const known = new URL(beforeExtension ?? '', 'http://mercat.example').searchParams.get('known') ?? ''
  await officer.open(`/${partnership}/contracts?on=${midsummer}&known=${encodeURIComponent(known)}`)
  await expect(row()).toContainText(days.last)
  await expect(row()).toContainText(`With options ${days.extended}`)
  await officer.open(`/${partnership}/contracts?on=${midsummer}&known=${lastYear}-12-31`)
  await expect(row()).toHaveCount(0)

  expect(await placesOf(product, reference, `${year}-01-01`)).toEqual([
    [taker, 'lead', 1, 2174],
    [fallback, 'fallback', 2, 2293],
  ])
}

/** What stands under a term at the head of a contract. */
const fact = (reader: Reader, term: string): Locator =>
  main(reader)
    .locator('dl > div')
    .filter({ has: reader.page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) })
    .getByRole('definition')

/** Who stands in the lots of a contract, in the order in which they are asked: provider, role, rank, since, price. */
async function providers(reader: Reader): Promise<(string | undefined)[][]> {
  const table = main(reader).getByRole('table', { name: 'Providers by lot' })
  const rows = await table
    .getByRole('row')
    .filter({ has: reader.page.getByRole('link') })
    .all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = (await row.locator('th, td').allInnerTexts()).map((text) => text.trim().split('\n')[0])
      return [0, 1, 2, 3, 5].map((at) => cells[at])
    }),
  )
}

interface Offer {
  readonly contract: { readonly reference: string }
  readonly provider: { readonly name: string }
  readonly role: string
  readonly rank: number
  readonly rate: { readonly pence: number }
}

/** Who may be offered care from the contract on a day, in their order, as a program asks for it: provider, role, rank, pence an hour. */
async function placesOf(product: Product, reference: string, on: string): Promise<(string | number)[][]> {
  const about = ['--partnership', partnership, '--service', 'care-at-home', '--area', 'East Lothian', '--on', on]
  const offers: readonly Offer[] = JSON.parse(await product.run(['lots', ...about, '--json']))
  return offers
    .filter(({ contract }) => contract.reference === reference)
    .map(({ provider, role, rank, rate }) => [provider.name, role, rank, rate.pence])
}
