import { expect, type Locator } from '@playwright/test'
import type { Reader } from './reader.ts'

/** The kinds of block that are written as words, as the desk calls them. */
type Kind = 'Finding' | 'Heading' | 'Paragraph' | 'List' | 'Key message' | 'Pressure' | 'Planned addition'

/** Adds a block below all others of the section that is open, and writes it; those with a heading of their own take two texts. */
export async function add(reader: Reader, kind: Kind, words: string, under?: string): Promise<void> {
  await reader.press((await lastLine(reader)).getByRole('button', { name: kind, exact: true }))
  const block = blocks(reader, kind).last()
  await expect(block.getByRole('textbox').first()).toBeVisible()
  await block.getByRole('textbox').first().fill(words)
  if (under !== undefined) await block.getByRole('textbox').nth(1).fill(under)
}

/** Places the figure that a search finds first below all other blocks, and returns its finding. */
export async function placeFigure(reader: Reader, words: string): Promise<string> {
  const main = reader.page.getByRole('main')
  await reader.press((await lastLine(reader)).getByRole('button', { name: 'Figure' }))
  await expect(main.getByRole('heading', { name: 'Choose a figure' })).toBeVisible()
  await reader.write('Words', words)
  await reader.press('Search')
  const found = main.getByRole('table', { name: 'Figures to choose from' }).locator('tbody tr').first()
  const finding = await found.getByRole('link').innerText()
  await reader.press(found.getByRole('button'))
  return finding
}

/** The blocks of one kind, in the order in which they stand. */
export const blocks = ({ page }: Reader, kind: Kind | 'Figure'): Locator =>
  page.getByRole('main').getByRole('group', { name: new RegExp(`^${kind} ?, block`) })

/** The line between blocks that stands last, opened: new ones are added from it. */
async function lastLine({ page }: Reader): Promise<Locator> {
  const line = page.getByRole('main').locator('details.m-add').last()
  if ((await line.getAttribute('open')) === null) await line.locator('summary').click()
  return line
}
