import type { Hono } from 'hono'
import type { MercatEnv } from '../../src/core/http/index.ts'
import { sections } from '../../src/publishing/section.ts'

/** One address of each kind that the public reads. */
export interface PageKind {
  readonly kind: string
  readonly path: string
}

const slug = 'west-lothian'

/** One address of every kind of public page; identifiers are found by following the links of the statement. */
export async function pageKinds(app: Hono<MercatEnv>): Promise<PageKind[]> {
  const statement = [
    { kind: 'home', path: `/${slug}` },
    ...sections.map((section) => ({ kind: `section ${section.slug}`, path: `/${slug}/statement/${section.slug}` })),
    { kind: 'contracts', path: `/${slug}/statement/contracts` },
  ]
  const texts: string[] = []
  for (const { path } of statement) texts.push(await (await app.request(path)).text())
  const links = new Set([...texts.join('').matchAll(/href="([^"#]+)/g)].map((match) => match[1] ?? ''))
  const linked = (kind: string, wanted: RegExp): PageKind[] =>
    [...links]
      .filter((link) => wanted.test(link))
      .slice(0, 1)
      .map((path) => ({ kind, path }))
  return [
    { kind: 'front', path: '/' },
    ...statement,
    { kind: 'supply, one kind', path: `/${slug}/statement/supply?kind=care-home-older-people` },
    { kind: 'services by name', path: `/${slug}/statement/supply/services` },
    { kind: 'gaps as forecast', path: `/${slug}/statement/gaps?when=forecast` },
    ...linked('contracts of one area', /\/statement\/contracts\/[^?]+$/),
    { kind: 'contracts, a past day', path: `/${slug}/statement/contracts?on=2025-03-31` },
    ...linked('gap, one cell', /\/statement\/gaps\/[^?]+$/),
    ...linked('figure, gap', /\/figures\/gap\.[^/]+$/),
    { kind: 'every service', path: `/${slug}/services` },
    ...linked('one service', /\/services\/[a-z-]+$/),
    { kind: 'places', path: `/${slug}/places` },
    ...linked('one place', /\/places\/[^?]+$/),
    ...linked('figure, supply', /\/figures\/services\.[^/]+\.all\.[^/]+$/),
    ...linked('figure, cited', /\/figures\/[0-9a-f]{8}-[0-9a-f-]{27}$/),
    { kind: 'figure, people', path: `/${slug}/figures/population.S12000040.2028.75-plus` },
    { kind: 'figure, dementia', path: `/${slug}/figures/dementia.S12000040.2028.65-plus` },
    ...linked('figure, budget', /\/figures\/budget\.[^/]+$/),
    ...linked('source', /\/sources\//),
    { kind: 'editions', path: `/${slug}/editions` },
    { kind: 'edition', path: `/${slug}/editions/1` },
    { kind: 'edition, section', path: `/${slug}/editions/1/population` },
    { kind: 'edition, whole', path: `/${slug}/editions/1/print` },
    { kind: 'feed', path: `/${slug}/editions/feed.atom` },
    { kind: 'data page', path: `/${slug}/data` },
    { kind: 'words', path: `/${slug}/data/words` },
    { kind: 'measures', path: `/${slug}/data/measures` },
    { kind: 'figures.csv', path: `/${slug}/data/figures.csv` },
    { kind: 'population.csv', path: `/${slug}/data/population.csv` },
    { kind: 'services.csv', path: `/${slug}/data/services.csv` },
    { kind: 'supply.csv', path: `/${slug}/data/supply.csv` },
    { kind: 'volumes.csv', path: `/${slug}/data/volumes.csv` },
    { kind: 'gaps.csv', path: `/${slug}/data/gaps.csv` },
    { kind: 'contracts.csv', path: `/${slug}/data/contracts.csv` },
    { kind: 'contract-summaries.csv', path: `/${slug}/data/contract-summaries.csv` },
    { kind: 'budgets.json', path: `/${slug}/data/budgets.json` },
    ...linked('gap as csv', /\/statement\/gaps\/[^?]+$/).map((page) => ({ ...page, path: `${page.path}.csv` })),
    { kind: 'figure as csv', path: `/${slug}/figures/population.S12000040.2028.75-plus.csv` },
    { kind: 'API figures', path: `/api/v1/figures?partnership=${slug}` },
    { kind: 'API areas', path: `/api/v1/areas?partnership=${slug}&kind=ward` },
    { kind: 'API sources', path: `/api/v1/sources?partnership=${slug}` },
    { kind: 'OpenAPI', path: '/api/v1/openapi.json' },
  ]
}
