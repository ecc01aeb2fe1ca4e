import { expect, type Locator } from '@playwright/test'
import { test as journey, phones, served } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { accept as acceptInvitation, stepInto } from './support/sign-in.ts'

/** A product whose clock can be put ahead, so that an offer lapses without hours of waiting. */
const test = journey.extend<object, { product: Product }>({
  product: [served({ movable: true }), { scope: 'worker', timeout: 180_000 }],
})

/** Of the nine wards, the one whose lot the demonstration's provider leads. */
const ward = 'S13002820'
/** Of nobody else in the demonstration: by it the offers of a story are found. */
const district = 'ZZ99'
const window = 15
let ahead = 0

for (const [javaScriptEnabled, taker] of [
  [true, 'Specimen Gorse Homes Ltd'],
  [false, 'Made-Up Meadow Support Ltd'],
] as const) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a request is offered in order, a part is placed, the rest is told on the statement, and who declined asks why', async ({
      reader: manager,
      newReader,
      product,
    }) => {
      test.setTimeout(900_000)
      // Whoever signs up needs the code of the real moment.
      ahead = 0
      await product.moveClock(ahead)
      const [broker, lead, other] = [await newReader(), await newReader(), await newReader()]
      await useShortWindows(product)
      await signUp(other, product, taker, javaScriptEnabled)
      await declareRoom(other)

      const before = await toldOf(product)
      const reference = await request(manager, javaScriptEnabled ? '0901' : '0902')
      await sendOffers(broker, reference)
      await decline(lead)
      await lapse(broker, product, reference)
      await acceptEvening(other)
      await lapse(broker, product, reference)
      await recordedAsUnmet(broker, reference)
      await toldOnStatement(manager, product, before)
      await askWhy(lead, reference)
    })
  })
}

const main = ({ page }: Reader): Locator => page.getByRole('main')

const choose = (reader: Reader, field: string | RegExp, words: string) =>
  main(reader).getByLabel(field).selectOption({ label: words })

/** Writes a day so many days from today into its three fields. */
async function writeDay(within: Locator, legend: string | RegExp, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000)
  const group = within.getByRole('group', { name: legend })
  await group.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
  await group.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
  await group.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
}

/** The same rule from today on with clocks that run day and night, and less time where the story waits. */
async function useShortWindows(product: Product): Promise<void> {
  const rule = {
    name: 'Care at home, short windows',
    service: 'care-at-home',
    contract: 'WLM-CAH',
    from: new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }),
    reason: 'For a story that can’t wait for hours',
    clock: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' },
    steps: [
      { pool: 'lead', windowMinutes: 240 },
      { pool: 'fallback', mode: 'all-at-once', windowMinutes: window },
      { pool: 'additional', mode: 'all-at-once', windowMinutes: window },
    ],
  }
  const file = await product.file('offer-rules.json', [JSON.stringify([rule])])
  await product.run(['import', 'offer-rules', file, '--partnership', 'west-lothian'])
}

/** Somebody of the provider that will take a part, invited on the command line. */
async function signUp(reader: Reader, product: Product, organisation: string, scripts: boolean): Promise<void> {
  const email = `rota-${scripts ? 'on' : 'off'}@example.org`
  const about = ['--name', 'Rona Example', '--organisation', organisation, '--role', 'provider']
  const said = await product.run(['user', 'add', '--email', email, '--partnership', 'west-lothian', ...about])
  await acceptInvitation(reader, /https?:\/\/\S+/.exec(said)?.[0] ?? '', email)
}

/** More evening hours than it has given so far. */
async function declareRoom(reader: Reader): Promise<void> {
  await reader.open('/provider/capacity')
  const area = main(reader).locator('section', { hasText: 'Care at home in West Lothian' }).first()
  for (const band of ['Morning', 'Evening']) await area.getByLabel(band, { exact: true }).fill('400')
  await reader.press(area.getByRole('button', { name: /^Confirm/ }))
}

/** The care manager asks for two visits a day of one carer, for somebody who does not exist. */
async function request(reader: Reader, number: string): Promise<string> {
  await stepInto(reader, 'Care manager of West Lothian')
  await reader.open('/west-lothian/packages/new?person=new')
  const form = main(reader)
  await reader.write('Name', `Person Demonstration ${number}`)
  await reader.write('Address', '1 Example Street, Exampleton')
  await reader.write('Postcode', `${district} 1AB`)
  await writeDay(form, 'Day of the assessment', -1)
  await form.getByLabel('Critical risk').check()
  await reader.write('What they want to be able to do', 'Stay in my own home')
  await form.getByLabel(/^Option 3/).check()
  await form.getByLabel('Personal care', { exact: true }).check()
  await choose(reader, 'Service', 'Care at home')
  for (const band of ['Morning', 'Evening']) await form.getByLabel(`${band} visit: minutes`).fill('30')
  await form.getByLabel('In hospital, ready to leave').check()
  await form.getByLabel('Area in which care is given').selectOption(ward)
  await writeDay(form, 'Care could have begun on', 0)
  await writeDay(form, 'Care is to start by', 2)
  await reader.write('Pen picture', 'Likes an early start and the radio.')
  await reader.press('Ask for this care')
  await expect(form).toContainText('is with the service matching team')
  return /WL-PKG-\d{5}/.exec(await form.innerText())?.[0] ?? ''
}

/** The one button of the desk. */
async function sendOffers(reader: Reader, reference: string): Promise<void> {
  await stepInto(reader, 'Broker of West Lothian')
  await reader.open('/west-lothian/desk')
  await reader.press(`Send offers for ${reference}`)
  await reader.open(`/west-lothian/packages/${reference}`)
  await expect(main(reader)).toContainText('Pretend Hazel Association')
}

/** The lead of the lot says no, on a phone. */
async function decline(reader: Reader): Promise<void> {
  await stepInto(reader, 'Provider of Pretend Hazel Association')
  await reader.open('/provider/offers')
  await openOffer(reader)
  await reader.examineAt(phones)
  await main(reader).getByLabel('No', { exact: true }).check()
  await reader.press('Send answer')
  await main(reader).getByLabel('No hours left at these times').check()
  await reader.press('Decline the offer')
}

/** The demonstration offers others too, and what is due first stands first: by the time of day one or the other. */
const openOffer = (reader: Reader) =>
  main(reader)
    .getByRole('table', { name: 'Offers that wait' })
    .getByRole('link', { name: `a week in ${district}` })
    .getAttribute('href')
    .then((href) => reader.open(href ?? ''))

/** All who were asked let their time run out: the clock is put ahead, and the worker asks the next ones. */
async function lapse(reader: Reader, product: Product, reference: string): Promise<void> {
  const lapsed = async () => {
    await reader.page.goto(reader.page.url().replace(/[#?].*$/, ''))
    return main(reader)
      .getByText(/No (answer|reply)/)
      .count()
  }
  await reader.open(`/west-lothian/packages/${reference}`)
  const before = await lapsed()
  ahead += window + 1
  await product.moveClock(ahead)
  await expect.poll(lapsed, { timeout: 120_000, intervals: [2000] }).toBeGreaterThan(before)
  await reader.examine()
}

/** Another provider takes the evenings alone. */
async function acceptEvening(reader: Reader): Promise<void> {
  await reader.open('/provider/offers')
  await openOffer(reader)
  await reader.examineAt(phones)
  await main(reader).getByLabel('Yes, with changes').check()
  await reader.press('Send answer')
  const taking = reader.page.getByRole('button', { name: 'Accept these visits' })
  const part = main(reader).locator('form', { has: taking })
  const mornings = part.getByRole('group', { name: /^Morning/ }).getByRole('checkbox')
  await expect(mornings).toHaveCount(7)
  for (const box of await mornings.all()) await box.uncheck()
  await writeDay(part, 'From', 2)
  await reader.press('Accept these visits')
  await expect(main(reader)).toContainText('Person Demonstration')
}

/** Nobody is left to ask for the mornings. */
async function recordedAsUnmet(reader: Reader, reference: string): Promise<void> {
  await reader.open('/west-lothian/unmet')
  await expect(main(reader)).toContainText(reference)
}

/** How many people have waited for care at home this month, as the statement tells it. */
async function toldOf(product: Product): Promise<number> {
  const said = await product.run(['unmet', '--partnership', 'west-lothian', '--json'])
  const { months } = JSON.parse(said.slice(said.indexOf('{')))
  const [latest] = months
    .filter((row: Told) => row.service_name === 'Care at home' && row.area_name === 'West Lothian')
    .filter((row: Told) => row.reason === 'all' && row.missing === 'all')
    .toSorted((one: Told, other: Told) => (one.month < other.month ? 1 : -1))
  return latest?.people ?? 0
}

type Told = Readonly<Record<'month' | 'service_name' | 'area_name' | 'reason' | 'missing', string>>

/** The counts follow within a minute, and the statement says one person more. */
async function toldOnStatement(reader: Reader, product: Product, before: number): Promise<void> {
  await expect.poll(() => toldOf(product), { timeout: 90_000, intervals: [3000] }).toBe(before + 1)
  await reader.open('/west-lothian/statement/gaps')
  await expect(main(reader)).toContainText(`${before + 1} people in West Lothian waited for care at home`)
}

/** Who declined reads why the package went where it went. */
async function askWhy(reader: Reader, reference: string): Promise<void> {
  await reader.open('/provider/offers')
  await reader.follow('What went to others in your lots, and why')
  // It has lots with several partnerships.
  await reader.follow('West Lothian')
  await main(reader).getByLabel('A package of West Lothian').fill(reference)
  await reader.press('Why was I not offered it?')
  expect(await reader.heading()).toBe(`Why ${reference} went where it went`)
  await reader.examineAt(phones)
}
