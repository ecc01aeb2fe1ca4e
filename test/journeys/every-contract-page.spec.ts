import { expect } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

test.describe.configure({ mode: 'parallel' })

/** The changes that the page of a contract offers, each with its form. */
const kinds = [
  'extension',
  'option-declined',
  'variation',
  'join',
  'leave',
  'standing',
  'transfer',
  'suspension',
  'early-end',
]

test('the register, a contract and everything that can be done to it are sound on a phone and a desk', async ({
  reader,
}) => {
  test.setTimeout(600_000)
  const base = '/inverclyde/contracts'
  await stepInto(reader, 'Contracts officer of Inverclyde')
  await walk(reader, [
    base,
    `${base}?on=2018-01-31`,
    `${base}?q=nothing-of-the-kind`,
    `${base}/timeline`,
    `${base}/new`,
  ])
  await reader.open(base)
  await reader.follow('Supported living')
  await reader.examineAt(phones)
  const contract = new URL(reader.page.url()).pathname
  await walk(reader, [
    `${contract}?on=2020-01-01`,
    ...['change', ...kinds.map((kind) => `change/${kind}`), 'share'].map((rest) => `${contract}/${rest}`),
    ...['prices', 'prices/set', 'prices/enhancements', 'prices/enhancements/new'].map((rest) => `${contract}/${rest}`),
  ])
  await reader.open(`${contract}?known=2020-01-01`, 404)
})

test('plans, providers, prices, purchases and summaries of contracts are sound on the same', async ({ reader }) => {
  test.setTimeout(600_000)
  const base = '/west-lothian/contracts'
  await stepInto(reader, 'Contracts officer of West Lothian')
  await walk(reader, [
    base,
    ...['planning', 'planning/committees', 'planning/steps/framework', 'changes', 'national'].map(
      (rest) => `${base}/${rest}`,
    ),
    ...['spot', 'spot/new', 'summaries', 'summaries/new', 'providers'].map((rest) => `${base}/${rest}`),
    '/west-lothian/uplifts',
    '/west-lothian/uplifts/new',
  ])
  for (const list of ['providers', 'spot', 'summaries']) {
    await reader.open(`${base}/${list}`)
    const first = reader.page.locator(`main tbody a[href^="${base}/${list}/"]`).first()
    await walk(reader, [(await first.getAttribute('href')) ?? ''])
  }
  await reader.open(base)
  await reader.follow('Care at home')
  await reader.examineAt(phones)
  expect(await reader.page.getByRole('row', { name: /^Lot / }).count()).toBe(11)
})

test('who may approve what, the public summaries and a provider’s own contracts are sound on the same', async ({
  reader,
}) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Commissioner of West Lothian')
  await walk(reader, ['/west-lothian/contracts/authority'])
  await walk(
    reader,
    ['/west-lothian', '/inverclyde', '/lancashire', '/east-lothian'].map((slug) => `${slug}/statement/contracts`),
  )
  await walk(reader, [
    '/west-lothian/statement/contracts/care-at-home',
    '/inverclyde/statement/contracts/supported-living',
    '/inverclyde/statement/contracts?on=2018-01-31',
  ])
  await stepInto(reader, 'Provider of Pretend Hazel Association')
  await walk(reader, ['/provider/contracts', '/provider/people'])
  await reader.open('/provider/contracts')
  const own = reader.page.locator('main a[href^="/provider/contracts/"]').first()
  await walk(reader, [(await own.getAttribute('href')) ?? ''])
})

async function walk(reader: Reader, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
}
