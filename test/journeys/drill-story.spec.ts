import { expect, type Locator } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a closing is tried out, read, printed as a continuity plan, and compared with the drill before', async ({
      reader,
    }) => {
      test.setTimeout(600_000)
      await stepInto(reader, 'Quality officer of West Lothian')
      await reader.open('/west-lothian/drills')
      await reader.press('Try out a closing')
      const provider = await chooseFirst(reader)
      await reader.press('Run the drill')
      await cameUp(reader, javaScriptEnabled, /nobody to go to|could go to somebody else/)
      await expect(main(reader)).toContainText(`If ${provider} closes on`)
      await expect(main(reader)).toContainText('Nobody of another provider has to move')
      await reader.examineAt(phones)
      const saved = reader.page.waitForEvent('download')
      await main(reader).getByRole('button', { name: 'People as a file' }).click()
      expect((await saved).suggestedFilename()).toMatch(/^west-lothian-drill-.*\.csv$/)

      const drill = new URL(reader.page.url()).pathname
      await reader.press('Continuity plan')
      await expect(main(reader)).toContainText('Nobody named yet')
      await reader.press('Write on the plan')
      await reader.examineAt(phones)
      await reader.write('Lead officer', 'Hamish Example')
      await main(reader).getByLabel('People and their families').selectOption({ label: 'Under way' })
      await reader.write('Communications', 'Today: the provider was rung.')
      await reader.press('Keep this')
      await expect(main(reader)).toContainText('Hamish Example')
      await reader.examineAt(phones)
      await asPrinted(reader)

      await reader.open(drill)
      await reader.press('Run it again')
      await main(reader).getByLabel('May be given another provider, where that makes room').check()
      await reader.press('Run the drill')
      await cameUp(reader, javaScriptEnabled, /nobody to go to|could go to somebody else/)
      await expect(main(reader)).toContainText(/(As many have nobody|Better than|Worse than)/)
      await expect(main(reader)).toContainText(/none of them loses care|needs consent|was refused|are locked/)
      await reader.examineAt(phones)
    })

    test('the past is gone through again under another price, and told beside what went', async ({ reader }) => {
      test.setTimeout(600_000)
      await stepInto(reader, 'Commissioner of West Lothian')
      await reader.open('/west-lothian/time-machine')
      await choosePeriod(reader)
      await reader.press('Choose what to change')
      await reader.examineAt(phones)
      await reader.write('Nobody is asked who costs more than', '1.00')
      await reader.press('Go through it again')
      await cameUp(reader, javaScriptEnabled, /would have been placed/)
      await expect(main(reader)).toContainText('Nobody dearer than £1 an hour')
      await expect(main(reader)).toContainText('The ordinary rule for offers says who is asked next')
      await expect(main(reader).getByRole('table', { name: /as it went, and gone through again/ })).toContainText(
        'Hours a week placed',
      )
      await reader.examineAt(phones)
    })
  })
}

const main = ({ page }: Reader): Locator => page.getByRole('main')

/** Chooses the provider with the most people, and says how it is called. */
async function chooseFirst(reader: Reader): Promise<string> {
  const list = main(reader).getByLabel('What closes')
  const texts = await list.locator('option').allInnerTexts()
  const people = (text: string) => Number(/: Care at home, (\d+) people$/.exec(text)?.[1] ?? 0)
  const most = texts.toSorted((a, b) => people(b) - people(a))[0] ?? ''
  expect(people(most)).toBeGreaterThan(0)
  await list.selectOption({ label: most })
  return most.split(':')[0] ?? ''
}

/** The two years up to today: the demonstration's rounds are of its last weeks. */
async function choosePeriod(reader: Reader): Promise<void> {
  const days = [
    ['First day', new Date(Date.now() - 300 * 86_400_000)],
    ['Last day', new Date()],
  ] as const
  for (const [legend, day] of days) {
    const group = main(reader).getByRole('group', { name: legend })
    await group.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
    await group.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
    await group.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  }
}

/** Waits until it is worked out: by itself with scripts, by loading it again without. */
async function cameUp(reader: Reader, scripts: boolean, heading: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!scripts) await reader.page.reload()
        return reader.heading()
      },
      { timeout: 60_000 },
    )
    .toMatch(heading)
  await reader.reload()
}

/** On paper there is the plan, and nothing to press. */
async function asPrinted(reader: Reader): Promise<void> {
  const { page } = reader
  await page.emulateMedia({ media: 'print' })
  await expect(main(reader).getByText('Lead officer')).toBeVisible()
  await expect(main(reader).getByRole('button', { name: 'Write on the plan' })).toBeHidden()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Contracts' })).toBeHidden()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: 'screen' })
}
