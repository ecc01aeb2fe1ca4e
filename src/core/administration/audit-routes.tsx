import { Hono } from 'hono'
import { csvOf } from '../csv/index.ts'
import { asActor } from '../db/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { accessTrail, type TrailEntry } from '../sign-in/index.ts'
import { addDays, type IsoDate, isId, isIsoDate, londonDate } from '../values/index.ts'
import { adminOf } from './admin.ts'
import { pageLength } from './page-of.ts'
import { startOf } from './start-of.ts'
import type { AuditFilter } from './views/audit-filter.ts'
import { AuditPage } from './views/audit-page.tsx'
import { rolesInWords } from './views/trail-words.ts'

/** As many entries as a file takes; the filter by dates reaches the rest. */
const fileLength = 10_000

/** The trail of sign-ins and rights, on a page and as a file. */
export const auditRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin/audit', declare('audit.read', 'admin.audit'), async (c) => {
      const { partnership } = adminOf(c)
      const { filter, problem } = filterIn(c)
      const before = c.req.query('before')
      // One more than is shown tells whether there are older ones.
      const entries = await trail(c, filter, pageLength + 1, before && isId(before) ? before : undefined)
      const { pathname, search } = new URL(c.req.url)
      return page(
        c,
        <AuditPage
          partnership={partnership}
          filter={filter}
          problem={problem}
          entries={entries.slice(0, pageLength)}
          older={entries.length > pageLength ? entries[pageLength - 1]?.id : undefined}
          newest={before === undefined}
          address={pathname + search}
        />,
        problem ? 422 : 200,
      )
    })
    .get('/admin/audit.csv', declare('audit.read', 'admin.audit-file'), async (c) => {
      const { partnership } = adminOf(c)
      const { filter } = filterIn(c)
      const entries = await trail(c, filter, fileLength)
      const day = londonDate(c.var.clock.now())
      return c.body(csvOf([header, ...entries.map(rowOf)]), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${partnership.slug}-sign-ins-and-rights-${day}.csv"`,
      })
    })

const header = ['when', 'where', 'what', 'who', 'about', 'roles', 'browser', 'address']

const rowOf = ({ at, kind, words, byName, subjectName, roles, browser, address }: TrailEntry): string[] => [
  at.toISOString(),
  kind === 'door' ? 'sign-in' : 'rights',
  words,
  byName ?? '',
  subjectName ?? '',
  roles ? rolesInWords(roles) : '',
  browser ?? '',
  address ?? '',
]

function trail(c: MercatContext, filter: AuditFilter, limit: number, before?: string): Promise<TrailEntry[]> {
  const { partnership, actor } = adminOf(c)
  const { name, kind, from, to } = filter
  return asActor(c.var.database, actor, (db) =>
    accessTrail(db, partnership.id, {
      before,
      limit,
      kind,
      search: name || undefined,
      from: isDay(from) ? startOf(from) : undefined,
      // The last day is meant whole.
      to: isDay(to) ? startOf(addDays(to, 1)) : undefined,
    }),
  )
}

/** A real date within what the database can compare. */
const isDay = (date: string): date is IsoDate => isIsoDate(date) && date >= '1900' && date < '3000'

function filterIn(c: MercatContext): { filter: AuditFilter; problem: string | undefined } {
  const { name = '', kind, from = '', to = '' } = c.req.query()
  const filter: AuditFilter = {
    name: name.trim().slice(0, 100),
    kind: kind === 'door' || kind === 'rights' ? kind : undefined,
    from: from.trim(),
    to: to.trim(),
  }
  const wrong = [filter.from, filter.to].some((date) => date !== '' && !isDay(date))
  const turned = !wrong && filter.from !== '' && filter.to !== '' && filter.from > filter.to
  const problem = wrong
    ? 'Dates must be real ones, written like 2026-11-24.'
    : turned
      ? 'The first day must not be after the last day.'
      : undefined
  return { filter, problem }
}
