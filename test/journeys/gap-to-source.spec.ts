import { expect } from '@playwright/test'
import { test } from './support/journey.ts'
import { recordsOf } from './support/rows.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('from the grid of gaps to one gap, to its source, and to the file of what it is made of', async ({
      reader,
    }) => {
      const { page } = reader
      const fact = async (term: string): Promise<number> => {
        const words = await page.locator('.m-facts div').filter({ hasText: term }).first().locator('dd').innerText()
        return Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', ''))
      }
      await reader.open('/lancashire')
      await reader.follow(/services .* short of need/)
      await page.getByLabel('Map shows').selectOption('Care homes for older people')
      await reader.press('Show')
      await expect(page.getByRole('heading', { name: /^Care homes for older people: shortest in/ })).toBeVisible()
      const cell = page.getByRole('table', { name: /in every district by service/ }).getByRole('link', {
        name: 'Wyre, Care homes for older people:',
      })
      const short = Number(/([\d,]+) short/.exec(await cell.innerText())?.[1]?.replaceAll(',', ''))
      await reader.follow('Wyre, Care homes for older people:')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        /^Wyre is .* short of care homes for older people$/,
      )
      const [need, supply, gap] = [await fact('Need'), await fact('Supply'), await fact('Gap')]
      expect(gap).toBe(short)
      expect(need - supply).toBe(gap)

      await reader.follow('Invented register of services')
      await expect(page.getByRole('main')).toContainText('Open Government Licence')
      await expect(page.getByRole('main')).toContainText('Made up for this demonstration')
      await reader.back()

      const rows = (await recordsOf(await reader.save('The parts as CSV'))).filter(({ when }) => when === 'now')
      const sum = (part: string) =>
        rows.filter((row) => row.part === part).reduce((all, { value }) => all + Number(value), 0)
      expect({ need: sum('Need'), supply: sum('Supply') }).toEqual({ need, supply })
      expect(
        rows.every(({ note }) => /Invented|invented/.test(note ?? '')),
        'what is made up says so',
      ).toBe(true)
    })
  })
}
