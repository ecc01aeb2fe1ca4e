import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'

/** The table of the rows behind a figure as the page shows it: the words of the head, then each row by its column. */
export async function rowsOnPage(page: Page): Promise<Record<string, string>[]> {
  const table = page.getByRole('region', { name: 'The rows behind it' }).getByRole('table')
  const heads = await table.getByRole('columnheader').allTextContents()
  const rows = await table.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allTextContents()
      return Object.fromEntries(heads.map((head, at) => [head.toLowerCase(), plain(cells[at] ?? '')]))
    }),
  )
}

/** Numbers as programs write them: no commas, a plain minus. */
const plain = (text: string): string =>
  /^[−-]?[\d,.]+$/.test(text) ? text.replaceAll(',', '').replace('−', '-') : text

/** The records of a CSV file that a reader saved. */
export async function recordsOf(download: Download): Promise<Record<string, string>[]> {
  return parse(await readFile(await download.path(), 'utf8'), { columns: true, bom: true })
}
