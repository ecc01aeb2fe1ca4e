import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { publicActor } from '../auth/index.ts'
import type { MercatEnv } from '../http/index.ts'
import * as charts from '../ui/charts/index.ts'
import * as govuk from '../ui/govuk/index.ts'
import * as layout from '../ui/layout/index.ts'
import * as parts from '../ui/parts/index.ts'
import { groups } from './groups.ts'
import { designSystemRoutes } from './index.ts'
import { groupPath, indexPath, samplePagePath } from './paths.ts'
import { samplePages } from './sample-pages.ts'
import { anchorOf } from './views/anchor.ts'

function appWith(shown: boolean) {
  const app = new Hono<MercatEnv>()
  app.use((c, next) => {
    c.set('actor', publicActor)
    return next()
  })
  app.onError((error, c) => c.text(error.message, 404))
  return app.route(
    '/',
    designSystemRoutes(() => shown),
  )
}

const get = async (path: string) => {
  const response = await appWith(true).request(path)
  return { status: response.status, html: await response.text() }
}

const specimens = groups.flatMap(({ slug, specimens: of }) => of({ address: groupPath(slug), query: {} }))

test('the index leads to every group, every component and every sample page', async () => {
  const { html } = await get(indexPath())
  for (const { slug } of groups) expect(html).toContain(`href="${groupPath(slug)}"`)
  for (const { name } of specimens) expect(html).toContain(`#${anchorOf(name)}"`)
  for (const { name } of samplePages) expect(html).toContain(`href="${samplePagePath(name)}"`)
})

test.each(groups.map(({ slug }) => slug))(
  'the page of %s shows its components in both densities, with ids that are unique',
  async (slug) => {
    for (const query of ['', '?density=work']) {
      const { status, html } = await get(`${groupPath(slug)}${query}`)
      expect(status).toBe(200)
      expect(html.includes('m--work')).toBe(query !== '')
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      expect(html).not.toMatch(/\sstyle=|<style/)
    }
  },
)

test.each(samplePages.map(({ name }) => name))('the sample page %s is whole', async (name) => {
  const { status, html } = await get(samplePagePath(name))
  expect(status).toBe(200)
  expect(html).toContain('m-foot')
})

const isComponent = ([name, value]: [string, unknown]) =>
  /^[A-Z]/.test(name) && !name.endsWith('Context') && typeof value === 'function'
const components = [govuk, parts, charts, layout].flatMap((all) =>
  Object.entries(all)
    .filter(isComponent)
    .map(([name]) => name),
)

test.each(components)('%s is shown', (name) => {
  const whole = [...specimens.map(({ imports }) => imports), 'Hero: the sample page for the public'].join(' ')
  expect(whole).toMatch(new RegExp(`\\b${name}\\b`))
})

test('every component says when to use it and how it is imported', () => {
  for (const { when, imports, states } of specimens) {
    expect(when).toMatch(/^[A-Z].*\.$/s)
    expect(imports).not.toBe('')
    expect(states.length).toBeGreaterThan(0)
  }
  expect(new Set(specimens.map(({ name }) => anchorOf(name))).size).toBe(specimens.length)
})

test('the sample table is sorted by its address', async () => {
  const names = async (query: string) =>
    [...(await get(`${groupPath('tables-and-filters')}${query}`)).html.matchAll(/>(Example agreement \d+)</g)].map(
      ([, name]) => name,
    )
  expect((await names('?sort=name'))[0]).toBe('Example agreement 1')
  expect((await names('?sort=-name'))[0]).toBe('Example agreement 200')
  expect((await names('?sort=-name&page=2'))[0]).toBe('Example agreement 100')
})

test.each([indexPath(), groupPath('forms'), samplePagePath('work')])(
  'where it is not shown, %s does not exist',
  async (path) => {
    expect((await appWith(false).request(path)).status).toBe(404)
  },
)

test.each([groupPath('nothing'), samplePagePath('nothing')])('%s does not exist', async (path) => {
  expect((await get(path)).status).toBe(404)
})
