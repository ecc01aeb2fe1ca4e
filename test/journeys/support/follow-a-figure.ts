import { expect } from '@playwright/test'
import type { Reader } from './reader.ts'
import { recordsOf, rowsOnPage } from './rows.ts'

/** The main job: from the front page to a figure, its source, the rows behind it, and both files. */
export async function followAFigureAndTakeIt(reader: Reader): Promise<void> {
  const { page } = reader
  await reader.open('/')
  await reader.follow('West Lothian')
  await reader.follow('Population')
  const older = page.getByRole('row', { name: /^People aged 75 and over/ })
  await expect(older).toContainText('12,406')
  await expect(older).toContainText('25,526')
  await reader.follow('25,526')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/25,526 people aged 75 and over in 2043/)

  await reader.follow('Population projections for Scottish areas')
  await expect(page.getByRole('main')).toContainText('National Records of Scotland')
  await expect(page.getByRole('main')).toContainText('Open Government Licence')
  await reader.back()

  const rows = await rowsOnPage(page)
  expect(rows.map((row) => row.ages)).toEqual(['75 to 79', '80 to 84', '85 to 89', '90 and over'])
  expect(rows.reduce((sum, row) => sum + Number(row.people), 0)).toBe(25_526)
  const file = await recordsOf(await reader.save(/as CSV/))
  expect(file).toEqual(rows)
  await theSameAsJson(reader, rows)
}

/** The JSON that the figure's page leads to holds the figure, and the numbers of the rows. */
async function theSameAsJson({ page }: Reader, rows: readonly Record<string, string>[]): Promise<void> {
  const link = page.getByRole('link', { name: /as JSON/ })
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
  expect(answer.headers()['content-type']).toContain('application/json')
  const json = (await answer.json()) as { figure: { value: number }; rows: { people: number }[] }
  expect(json.figure.value).toBe(25_526)
  expect(json.rows.map(({ people }) => people)).toEqual(rows.map(({ people }) => Number(people)))
}
