import { expect } from '@playwright/test'
import { add, blocks, placeFigure } from './support/desk.ts'
import { test } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

// Each test has people and places of its own.
test.describe.configure({ mode: 'parallel' })

/** A figure of the demonstration that a document prints, and what a later import makes of it. */
interface Printed {
  readonly title: string
  readonly slug: string
  readonly label: string
  readonly finding: string
  readonly value: string
  readonly corrected: { readonly finding: string; readonly value: string }
  /** A row of a file of figures: what stands before the finding, between it and the value, and after that. */
  readonly row: readonly [key: string, about: string, source: string]
}

const westLothian: Printed = {
  title: 'West Lothian',
  slug: 'west-lothian',
  label: 'Children looked after',
  finding: '451 children were looked after in 2010/11',
  value: '451',
  corrected: { finding: 'More children were looked after than was thought', value: '468' },
  row: [
    'children-looked-after',
    'about,People served,S12000040,2010/11,,all',
    ',,people,actual,,,,wls-2011,Introduction,printed,',
  ],
}
const lancashire: Printed = {
  title: 'Lancashire',
  slug: 'lancashire',
  label: 'Acute hospital trusts',
  finding: 'Four hospital trusts serve the wider system',
  value: '4',
  corrected: { finding: 'Seven hospital trusts serve the wider system', value: '7' },
  row: [
    'acute-trusts',
    'about,The wider system,E10000017,,,all',
    ',,organisations,actual,,,,lan-2019,Health and Social Care System,printed,',
  ],
}

test('a commissioner writes, previews, publishes and compares', async ({ reader, newReader, product }) => {
  test.setTimeout(600_000)
  await story(reader, await newReader(), product, westLothian)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a commissioner writes, previews, publishes and compares', async ({ reader, newReader, product }) => {
    test.setTimeout(600_000)
    await story(reader, await newReader(), product, lancashire)
  })
})

async function story(commissioner: Reader, anyone: Reader, product: Product, printed: Printed): Promise<void> {
  await stepInto(commissioner, `Commissioner of ${printed.title}`)
  await commissioner.follow('Write the statement')
  expect(await commissioner.heading()).toBe('Every section stands as published')
  await writeGaps(commissioner, printed)
  await writeMessage(commissioner)
  await anyone.open(`/${printed.slug}/statement/gaps`)
  await expect(anyone.page.getByRole('main'), 'drafts are for those who write').not.toContainText('Evening visits')
  await publish(commissioner)
  await seeWhatIsNew(anyone, printed)
  await compare(anyone, printed)
  await followTheFeed(anyone, printed)
  await importAnother(product, printed)
  await seeTheEditionUnchanged(anyone, printed)
}

/** A heading, a paragraph, a list, a figure and a planned addition, looked at before they are published. */
async function writeGaps(reader: Reader, { label, finding, title }: Printed): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.follow('Gaps')
  await add(reader, 'Heading', 'Evening visits are the hardest to find')
  await add(reader, 'Paragraph', 'Evening visits wait longest.\n\nNobody is refused for it.')
  await add(reader, 'List', 'Evenings\nWeekends')
  expect(await placeFigure(reader, label)).toBe(finding)
  await expect(blocks(reader, 'Figure').last()).toContainText(finding)
  await add(reader, 'Planned addition', 'Waits by ward', 'Ward by ward, once the locality plans are published.')
  await reader.press('Save and preview')
  await expect(main).toContainText('Draft: not published.')
  for (const words of ['Evening visits are the hardest to find', 'Nobody is refused for it.', 'Weekends', finding])
    await expect(main).toContainText(words)
  await reader.follow('Back to writing')
  await expect(blocks(reader, 'Paragraph').last().getByRole('textbox')).toHaveValue('Nobody is refused for it.')
  await reader.page.getByRole('link', { name: 'Write', exact: true }).first().click()
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('One section has changes to publish')
  await expect(main).toContainText(`Waits by ward`)
  await expect(reader.page).toHaveTitle(new RegExp(title))
}

async function writeMessage(reader: Reader): Promise<void> {
  await reader.follow('Key messages')
  await add(reader, 'Key message', 'Offer evenings', 'Evening visits are paid for as weekends are.')
  await reader.press('Save')
  await expect(reader.page.getByRole('main')).toContainText(/Saved\. Version \d+, Aila Example/)
}

async function publish(reader: Reader): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.page.getByRole('link', { name: 'Write', exact: true }).first().click()
  await reader.press('Publish an edition')
  await expect(main.getByRole('row', { name: /^Gaps/ })).toBeVisible()
  await reader.write('Title', '')
  await reader.press(/^Publish edition 2/, 422)
  await expect(main.getByRole('alert')).toContainText('Nothing is published yet')
  await reader.write('Title', 'Evenings and weekends')
  await reader.write('What is new', 'Says what is short in the evening.')
  await reader.press(/^Publish edition 2/)
  await expect(main).toContainText('Edition 2 is published. Readers see it now.')
}

/** Anyone sees the new words, which edition they are of, and what changed. */
async function seeWhatIsNew(reader: Reader, { slug, finding }: Printed): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.open(`/${slug}`)
  await expect(main).toContainText('Edition 2')
  await expect(main).toContainText('Offer evenings')
  await expect(main).toContainText('The words of Key messages and Gaps changed.')
  await reader.open(`/${slug}/statement/gaps`)
  await expect(main.getByRole('heading', { name: 'Evening visits are the hardest to find' })).toBeVisible()
  await expect(main.getByRole('listitem').filter({ hasText: 'Weekends' })).toBeVisible()
  await expect(main).toContainText(finding)
}

async function compare(reader: Reader, { slug }: Printed): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.open(`/${slug}`)
  await reader.follow('See what changed since edition 1')
  expect(await reader.heading()).toBe('What changed from edition 1 to edition 2')
  const words = main.getByRole('table', { name: /^Words of “Gaps”/ })
  await expect(words.getByRole('columnheader')).toContainText(['Edition 1', 'Edition 2'])
  await expect(words.getByRole('row').filter({ hasText: 'Evening visits wait longest.' })).toBeVisible()
  await reader.examineAt([390])
}

async function followTheFeed({ page, ...reader }: Reader, { slug }: Printed): Promise<void> {
  await reader.open(`/${slug}/editions`)
  const link = page.getByRole('link', { name: 'Follow new editions in a feed reader' })
  const feed = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
  expect(feed.headers()['content-type']).toContain('application/atom+xml')
  expect(await feed.text()).toContain('Edition 2: Evenings and weekends')
}

const columns =
  'key,label,finding,section,theme,area,period,ages,sex,value,lower,upper,unit,basis,comparator_label,comparator_value,direction,source,locus,status,note'

/** The source is corrected after the edition was published. */
async function importAnother(product: Product, { slug, label, corrected, row }: Printed): Promise<void> {
  const [key, about, source] = row
  const line = [key, label, corrected.finding, about, corrected.value, source].join(',')
  const file = await product.file(`${slug}-corrected.csv`, [columns, line])
  await product.run(['import', 'indicators', file, '--partnership', slug, '--all-or-nothing'])
}

/** The statement shows the figure of today; the editions keep theirs, and the first one its words. */
async function seeTheEditionUnchanged(reader: Reader, printed: Printed): Promise<void> {
  const { slug, label, value, finding, corrected } = printed
  const main = reader.page.getByRole('main')
  const row = main.getByRole('row', { name: new RegExp(`^${label}`) })
  await reader.open(`/${slug}/statement/about`)
  await expect(row).toContainText(corrected.value)
  await reader.open(`/${slug}/statement/gaps`)
  await expect(main, 'a placed figure is live').toContainText(corrected.finding)
  await reader.open(`/${slug}/editions/2/gaps`)
  await expect(main, 'in an edition it is frozen').toContainText(finding)
  await expect(main).not.toContainText(corrected.finding)
  await reader.open(`/${slug}/editions/1/about`)
  await expect(row).toContainText(value)
  await expect(row).not.toContainText(corrected.value)
  await reader.open(`/${slug}/editions/1/gaps`)
  await expect(main).toContainText('There is a newer edition.')
  await expect(main).not.toContainText('Evening visits')
}
