import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { areaKey } from './area-key.ts'
import { saveMarketArea } from './commands/save-market-area.ts'
import { withdrawSummary } from './commands/withdraw-summary.ts'
import { writeSummary } from './commands/write-summary.ts'
import { areaForm, type Mistake, mistakesOf, wordsForm } from './forms.ts'
import { summaryPath } from './paths.ts'
import { marketAreasOf } from './queries/market-areas.ts'
import { areaLists, summariesDesk, summaryDesk } from './queries/summaries-desk.ts'
import { NewSummaryPage } from './views/new-summary-page.tsx'
import { SummariesPage } from './views/summaries-page.tsx'
import { SummaryPage, type SummaryPageProps } from './views/summary-page.tsx'

const notices = {
  added: 'The market area is added. Write its summary.',
  saved: 'Name, services and budget line are saved.',
  draft: 'The draft is saved. Anyone goes on reading what was published last.',
  publish: 'The summary is published.',
  unchanged: 'Nothing had changed, so nothing was saved.',
  withdrawn: 'The summary is withdrawn. Nobody outside sees it now.',
} as const

/** The pages of those who keep the published summaries of contracts: list, words, publishing. Before the register's own. */
export const summaryRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/summaries', declare('contracts.read', 'summaries.list'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const today = londonDate(c.var.clock.now())
      const summaries = await asActor(c.var.database, actor, (db) => summariesDesk(db, partnership.id, today))
      return page(
        c,
        <SummariesPage
          partnership={partnership}
          summaries={summaries}
          today={today}
          mayWrite={may(actor, 'contracts.write')}
        />,
      )
    })
    .get('/:partnership/contracts/summaries/new', declare('contracts.write', 'summaries.new'), (c) => showNew(c))
    .post('/:partnership/contracts/summaries/new', declare('contracts.write', 'summaries.add'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const typed = await areaSent(c)
      const read = areaForm.safeParse(typed)
      if (!read.success) return showNew(c, { typed, mistakes: mistakesOf(read.error) })
      const { name, services, budget } = read.data
      const key = await asActor(c.var.database, actor, async (db) => {
        const taken = await marketAreasOf(db, partnership.id)
        const key = areaKey(name, new Set(taken.map((area) => area.key)))
        const area = { key, name, serviceTypeKeys: services, budgetSubject: budget }
        await saveMarketArea(db, actor, { partnershipId: partnership.id, area, at: c.var.clock.now() })
        return key
      })
      return c.redirect(`${summaryPath(partnership.slug, key)}?done=added`, 303)
    })
    .get('/:partnership/contracts/summaries/:area', declare('contracts.read', 'summaries.show'), (c) => show(c))
    .post('/:partnership/contracts/summaries/:area', declare('contracts.write', 'summaries.write'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const sent = await fieldsOf(c)
      const typed = Object.fromEntries(sent)
      const read = wordsForm.safeParse(typed)
      if (!read.success) return show(c, { typed, mistakes: mistakesOf(read.error) })
      const { from, base, do: asked, source: sourceKey, locus, ...parts } = read.data
      const { outcome } = await asActor(c.var.database, actor, async (db) => {
        const area = await areaNamed(c, () => marketAreasOf(db, partnership.id))
        return writeSummary(db, actor, {
          partnershipId: partnership.id,
          areaId: area.id,
          from,
          words: { ...parts, sourceKey, locus },
          publish: asked === 'publish',
          base: { id: base, on: londonDate(c.var.clock.now()) },
          at: c.var.clock.now(),
        })
      })
      if (outcome === 'conflict') return show(c, { typed, mistakes: [], conflict: true })
      const done = outcome === 'unchanged' ? 'unchanged' : asked
      return c.redirect(`${summaryPath(partnership.slug, c.req.param('area'))}?done=${done}`, 303)
    })
    .post('/:partnership/contracts/summaries/:area/area', declare('contracts.write', 'summaries.save'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const typed = await areaSent(c)
      const read = areaForm.safeParse(typed)
      if (!read.success) return show(c, { area: typed, mistakes: mistakesOf(read.error) })
      const { name, services, budget } = read.data
      const key = c.req.param('area')
      await asActor(c.var.database, actor, async (db) => {
        await areaNamed(c, () => marketAreasOf(db, partnership.id))
        const area = { key, name, serviceTypeKeys: services, budgetSubject: budget }
        await saveMarketArea(db, actor, { partnershipId: partnership.id, area, at: c.var.clock.now() })
      })
      return c.redirect(`${summaryPath(partnership.slug, key)}?done=saved`, 303)
    })
    .post(
      '/:partnership/contracts/summaries/:area/withdraw',
      declare('contracts.write', 'summaries.withdraw'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        await asActor(c.var.database, actor, async (db) => {
          const { id } = await areaNamed(c, () => marketAreasOf(db, partnership.id))
          await withdrawSummary(db, actor, { partnershipId: partnership.id, areaId: id, at: c.var.clock.now() })
        })
        return c.redirect(`${summaryPath(partnership.slug, c.req.param('area'))}?done=withdrawn`, 303)
      },
    )

async function areaNamed(c: MercatContext, areas: () => ReturnType<typeof marketAreasOf>) {
  const key = c.req.param('area')
  const area = (await areas()).find((one) => one.key === key)
  if (!area) throw notFound('This market area', 'The list of summaries has those that there are.')
  return area
}

interface Returned {
  readonly mistakes: readonly Mistake[]
  /** What was typed into the form of words. */
  readonly typed?: SummaryPageProps['typed']
  /** What was typed into the form of name, services and budget line. */
  readonly area?: SummaryPageProps['areaTyped']
  /** Someone else wrote meanwhile. */
  readonly conflict?: boolean
}

async function show(c: MercatContext, returned?: Returned): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const desk = await asActor(c.var.database, actor, (db) =>
    summaryDesk(db, partnership.id, c.req.param('area') ?? '', today),
  )
  const done = c.req.query('done') ?? ''
  const view = (
    <SummaryPage
      {...desk}
      partnership={partnership}
      today={today}
      mayWrite={may(actor, 'contracts.write')}
      notice={Object.hasOwn(notices, done) ? notices[done as keyof typeof notices] : undefined}
      typed={returned?.typed}
      areaTyped={returned?.area}
      mistakes={returned?.mistakes ?? []}
      conflict={returned?.conflict ?? false}
    />
  )
  return page(c, view, returned ? (returned.conflict ? 409 : 422) : 200)
}

async function showNew(c: MercatContext, returned?: Pick<SummaryPageProps, 'mistakes'> & { typed: AreaSent }) {
  const { partnership, actor } = staffPartnership(c)
  const lists = await asActor(c.var.database, actor, (db) => areaLists(db))
  const { typed, mistakes } = returned ?? { typed: { name: '', services: [], budget: '' }, mistakes: [] }
  const view = <NewSummaryPage partnership={partnership} lists={lists} typed={typed} mistakes={mistakes} />
  return page(c, view, returned ? 422 : 200)
}

interface AreaSent {
  readonly name: string
  readonly services: readonly string[]
  readonly budget: string
}

async function areaSent(c: MercatContext): Promise<AreaSent> {
  const sent = await fieldsOf(c)
  const one = (wanted: string) => sent.findLast(([name]) => name === wanted)?.[1] ?? ''
  return {
    name: one('name'),
    services: sent.flatMap(([name, value]) => (name === 'services' ? [value] : [])),
    budget: one('budget'),
  }
}

/** The fields that a form sent; files are left out. */
async function fieldsOf(c: MercatContext): Promise<(readonly [string, string])[]> {
  const sent = await c.req.formData().catch(() => {
    throw invalid('The form could not be read.', 'Go back and send it again.')
  })
  return [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}
