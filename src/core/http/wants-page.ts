import type { MercatContext } from './env.ts'

/** Scripts get problem+json; people, and whatever says it takes HTML, get a page. */
export const wantsPage = (c: MercatContext): boolean =>
  !c.req.path.startsWith('/api/') &&
  !/\.(json|csv)$/.test(c.req.path) &&
  !/^application\/(problem\+)?json/.test(c.req.header('accept') ?? '')
