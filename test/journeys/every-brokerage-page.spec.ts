import { expect } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

test.describe.configure({ mode: 'parallel' })

const base = '/west-lothian'

test('the desk, packages and everything that can change of one are sound on a phone and a desk', async ({ reader }) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Broker of West Lothian')
  const groups = ['act', 'send', 'with', 'start'].map((group) => `${base}/desk?group=${group}`)
  await walk(reader, [
    `${base}/desk`,
    ...groups,
    `${base}/desk/chain`,
    `${base}/packages`,
    `${base}/packages?state=all`,
  ])
  const changes = new Set<string>()
  for (const list of [
    'packages?state=suspended',
    'packages?state=placed',
    'packages?state=ended',
    'desk?group=start',
    'desk?group=send',
  ]) {
    await reader.open(`${base}/${list}`)
    const of = await firstLink(reader, /\/packages\/[A-Z]+-PKG-\d+$/)
    await walk(reader, [of, `${of}/change`])
    for (const form of await links(reader, /\/change\/[a-z-]+$/)) {
      const kind = form.split('/').at(-1) ?? ''
      if (changes.has(kind)) continue
      changes.add(kind)
      await walk(reader, [form])
    }
  }
  for (const kind of [
    'start',
    'later-start',
    'visits',
    'needs',
    'rest',
    'resume',
    'hand-back',
    'transfer',
    'cancel',
    'end',
    'withdraw',
  ])
    expect.soft([...changes], 'a form that was walked').toContain(kind)
})

test('unmet need, rules, terms and prices to approve are sound on the same', async ({ reader }) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Broker of West Lothian')
  await walk(reader, [`${base}/unmet`, `${base}/unmet?kind=preference`, `${base}/offer-rules`])
  await reader.open(`${base}/unmet`)
  await walk(reader, [await firstLink(reader, /\/unmet\/spells\//)])
  await stepInto(reader, 'Contracts officer of West Lothian')
  await walk(reader, [`${base}/placement-terms`, `${base}/placement-terms/new`, `${base}/offer-rules/new`])
  await reader.open(`${base}/offer-rules`)
  const rule = await firstLink(reader, /\/offer-rules\/[\w-]{36}$/)
  await walk(reader, [rule, `${rule}/edit`])
  await stepInto(reader, 'Care manager of West Lothian')
  await walk(reader, [`${base}/packages/new`, `${base}/packages?whose=requested`])
  await stepInto(reader, 'Finance officer of West Lothian')
  await walk(reader, [`${base}/price-approvals`])
  await stepInto(reader, 'Administrator of West Lothian')
  await walk(reader, [`${base}/people`])
})

test('a provider’s offers, placements, capacity and answers are sound on the same', async ({ reader }) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Broker of West Lothian')
  await reader.open(`${base}/desk?group=with`)
  await stepInto(reader, 'Provider of Pretend Hazel Association')
  await walk(
    reader,
    ['offers', 'placements', 'capacity', 'why', 'keys'].map((place) => `/provider/${place}`),
  )
  for (const [place, one] of [
    ['offers', /\/provider\/offers\/[\w-]+\/[A-Z]+-OFF-\d+$/],
    ['placements', /\/provider\/placements\/[\w-]+\/[A-Z]+-PLC-\d+$/],
    ['capacity', /\/provider\/capacity\/.+\/.+\/.+$/],
    ['why', /\/provider\/why\/[\w-]+\/[A-Z]+-PKG-\d+$/],
  ] as const) {
    await reader.open(`/provider/${place}`)
    const found = await links(reader, one)
    const [first] = found
    if (!first) continue
    await walk(reader, [first])
    await walk(reader, await links(reader, new RegExp(`^${first}/[a-z-]+$`)))
  }
})

/** The addresses of links in the main part that look so, each once. */
async function links({ page }: Reader, like: RegExp): Promise<string[]> {
  const all = await page
    .locator('main a[href^="/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(all.map((href) => href.split('#')[0] ?? '').filter((href) => like.test(href)))]
}

async function firstLink(reader: Reader, like: RegExp): Promise<string> {
  const [first] = await links(reader, like)
  expect(first, `a link like ${like} on ${reader.page.url()}`).toBeDefined()
  return first ?? ''
}

async function walk(reader: Reader, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
}
