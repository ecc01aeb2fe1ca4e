import { expect, type Locator } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

for (const [javaScriptEnabled, area] of [
  [true, 'Preston'],
  [false, 'Fylde'],
] as const) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('the waiting list is planned, read, asked again without somebody, questioned, and offers go by the rule', async ({
      reader,
    }) => {
      test.setTimeout(600_000)
      await stepInto(reader, 'Broker of Lancashire')
      await reader.open('/lancashire/desk')
      await reader.follow('Plan the whole waiting list')
      await reader.press('Ask for a plan')
      await main(reader)
        .getByLabel('Area', { exact: true })
        .selectOption({ label: await optionOf(reader, area) })
      await reader.press('Ask for the plan')
      await cameUp(reader, javaScriptEnabled)
      await reader.examineAt(phones)
      const [reference, provider] = await firstProposed(reader)

      await main(reader).getByLabel(`The next plan: ${reference}`).selectOption({ label: 'Not this one' })
      await reader.press('Ask again with these choices')
      await cameUp(reader, javaScriptEnabled)
      await expect(main(reader)).toContainText(`${provider} for ${reference}`)
      await expect(main(reader)).toContainText(/packages? moved since the plan before/)
      await reader.examineAt(phones)

      await whyNot(reader, reference, provider)
      await send(reader, reference)
    })
  })
}

const main = ({ page }: Reader): Locator => page.getByRole('main')

/** An area of the form, which is told with how many wait there. */
const optionOf = async (reader: Reader, area: string): Promise<string> =>
  (await main(reader).getByLabel('Area', { exact: true }).locator('option').allInnerTexts()).find((text) =>
    text.startsWith(area),
  ) ?? area

/** Waits until a plan is worked out: by itself with scripts, by loading it again without. */
async function cameUp(reader: Reader, scripts: boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!scripts) await reader.page.reload()
        return reader.heading()
      },
      { timeout: 60_000 },
    )
    .toMatch(/can be placed/)
  await reader.reload()
  await expect(main(reader)).toContainText(/best possible/)
  await expect(main(reader)).toContainText('It places nobody')
}

/** The first package that somebody is proposed for, and who. */
async function firstProposed(reader: Reader): Promise<readonly [reference: string, provider: string]> {
  const row = main(reader).getByRole('table', { name: 'Who could take what' }).locator('tbody tr').first()
  const reference = /LAN-PKG-\d{5}/.exec(await row.innerText())?.[0] ?? ''
  const label = await row.locator('label').first().innerText()
  return [reference, label.split(' with ').at(-1)?.trim() ?? '']
}

/** Why a package is not with the one that was refused for it. */
async function whyNot(reader: Reader, reference: string, provider: string): Promise<void> {
  const plan = new URL(reader.page.url()).pathname
  await reader.open(`${plan}/why-not/${reference}`)
  await expect(main(reader)).toContainText('It was refused for this package here.')
  await main(reader).getByLabel('Why not').selectOption({ label: provider })
  await reader.press('Answer')
  await expect(main(reader)).toContainText('It was refused for this package here.')
  await reader.examineAt(phones)
  await reader.open(plan)
}

/** Offers for a package that the plan has, by its rule. */
async function send(reader: Reader, reference: string): Promise<void> {
  const plan = new URL(reader.page.url()).pathname
  await main(reader).getByLabel(`Send offers for ${reference}`).check()
  await reader.press('Send offers by the rule')
  await expect(main(reader)).toContainText('Offers are out for the package')
  await expect(main(reader)).toContainText(`${reference}`)
  await reader.open(plan)
  await expect(main(reader)).toContainText(/No longer waiting since this plan/)
  await reader.follow(reference)
  await expect(main(reader)).toContainText('With providers')
}
