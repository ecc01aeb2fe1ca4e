import { expect } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

test.describe.configure({ mode: 'parallel' })

const base = '/west-lothian'

/** Every change of a package that has a form. */
const kinds = [
  ...['start', 'later-start', 'visits', 'needs', 'rest', 'resume', 'hand-back', 'transfer', 'cancel', 'end'],
  'withdraw',
]

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
    'desk?group=with',
  ]) {
    await reader.open(`${base}/${list}`)
    // What stands where depends on the day and its time; that every form was walked is asked below.
    const found = await links(reader, /\/packages\/[A-Z]+-PKG-\d+$/)
    for (const [index, of] of found.entries()) {
      if (index > 0 && kinds.every((kind) => changes.has(kind))) break
      if (index === 0) await walk(reader, [of, `${of}/change`])
      else await reader.open(`${of}/change`)
      await walkForms(reader, changes)
    }
  }
  for (const kind of kinds) expect.soft([...changes], 'a form that was walked').toContain(kind)
})

/** Walks the forms that a page leads to, of kinds that were not walked yet. */
async function walkForms(reader: Reader, walked: Set<string>): Promise<void> {
  for (const form of await links(reader, /\/change\/[a-z-]+$/)) {
    const kind = form.split('/').at(-1) ?? ''
    if (walked.has(kind)) continue
    walked.add(kind)
    await walk(reader, [form])
  }
}

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

test('plans, why not, drills, continuity plans and the time machine are sound on the same', async ({ reader }) => {
  test.setTimeout(600_000)
  const { page } = reader
  const main = page.getByRole('main')
  const here = () => new URL(page.url()).pathname
  const cameUp = async (heading: RegExp) => {
    await expect.poll(() => reader.heading(), { timeout: 120_000 }).toMatch(heading)
    return here()
  }
  await stepInto(reader, 'Broker of West Lothian')
  await reader.open(`${base}/plans/new`)
  await reader.press('Ask for the plan')
  const plan = await cameUp(/can be placed/)
  await walk(reader, [`${base}/plans`, `${base}/plans/new`, `${base}/plans/new?follows=${plan.split('/').at(-1)}`])
  await walk(reader, [`${plan}/sent`, plan])
  const whyNot = await firstLink(reader, /\/why-not\/[A-Z]+-PKG-\d+$/)
  const of = whyNot.split('/').at(-1) ?? ''
  const inNone = of.replace(/\d+$/, '99999')
  await walk(reader, [whyNot, `${base}/packages/${of}/why-not`, `${base}/packages/${inNone}/why-not`])

  await stepInto(reader, 'Quality officer of West Lothian')
  for (const closes of [/ people$/, /^Home: /]) {
    await walk(reader, [`${base}/drills/new`])
    const list = main.getByLabel('What closes')
    const label = (await list.locator('option').allInnerTexts()).find((text) => closes.test(text)) ?? ''
    await list.selectOption({ label })
    await reader.press('Run the drill')
    const drill = await cameUp(/nobody to go to|could go to somebody else|would go$|would lose care/)
    await walk(reader, [drill, `${drill}/plan`, `${drill}/plan/edit`])
  }
  await walk(reader, [`${base}/drills`])

  await stepInto(reader, 'Commissioner of West Lothian')
  await reader.open(`${base}/time-machine`)
  for (const [legend, day] of [
    ['First day', new Date(Date.now() - 300 * 86_400_000)],
    ['Last day', new Date()],
  ] as const) {
    const group = main.getByRole('group', { name: legend })
    await group.getByLabel('Day', { exact: true }).fill(String(day.getDate()))
    await group.getByLabel('Month', { exact: true }).fill(String(day.getMonth() + 1))
    await group.getByLabel('Year', { exact: true }).fill(String(day.getFullYear()))
  }
  await reader.press('Choose what to change')
  await reader.examineAt(phones)
  await reader.write('Nobody is asked who costs more than', '1.00')
  await reader.press('Go through it again')
  await walk(reader, [await cameUp(/would have been placed/), `${base}/time-machine`])
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
