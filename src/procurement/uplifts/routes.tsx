import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { csvOf } from '../../core/csv/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { formSent } from '../changes/request-routes.ts'
import { applyRound } from './commands/apply-round.ts'
import { dropRound } from './commands/draft-round.ts'
import { sendDocument } from './document-routes.ts'
import { roundFormRoutes } from './form-routes.tsx'
import { roundQuery, seenIn } from './forms.ts'
import { upliftPath, upliftsPath } from './paths.ts'
import { appliedLines } from './queries/applied-lines.ts'
import { appliedContent, draftContent } from './queries/round-content.ts'
import { upliftRound, upliftRounds } from './queries/rounds.ts'
import type { UpliftRound } from './round.ts'
import { appliedRows, modelRows } from './uplift-csv.ts'
import { AppliedPage } from './views/applied-page.tsx'
import { DroppedPage } from './views/dropped-page.tsx'
import { linesPerPage, RoundPage } from './views/round-page.tsx'
import { UpliftsPage } from './views/uplifts-page.tsx'

/** Rounds of uplift: the list, one round worked out or applied, and applying it. */
export const upliftRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/uplifts', declare('contracts.read', 'uplifts.list'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const asked = roundQuery.parse(c.req.query())
      const found = await asActor(c.var.database, actor, (db) => upliftRounds(db, partnership.id, asked.page))
      const props = { partnership, page: asked.page, mayDraft: may(actor, 'rates.uplift'), ...found }
      return page(c, <UpliftsPage {...props} />)
    })
    // Before the rounds themselves, whose references stand in the same place.
    .route('/', roundFormRoutes())
    .get('/:partnership/uplifts/:file{.+\\.csv}', declare('contracts.read', 'uplifts.csv'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const reference = c.req.param('file').replace(/\.csv$/, '')
      const rows = await asActor(c.var.database, actor, async (db) => {
        const round = await roundOf(db, partnership.id, reference)
        if (round.state === 'applied') return appliedRows(await appliedLines(db, partnership.id, round.id))
        const { model } = await draftContent(db, actor, partnership, round, londonDate(c.var.clock.now()))
        return modelRows(model.lines)
      })
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${reference}.csv"`)
      return c.body(csvOf(rows))
    })
    .get('/:partnership/uplifts/:reference', declare('contracts.read', 'uplifts.round'), (c) => showRound(c))
    .get('/:partnership/uplifts/:reference/document', declare('contracts.read', 'uplifts.document'), sendDocument)
    .post('/:partnership/uplifts/:reference/apply', declare('contracts.approve', 'uplifts.apply'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const reference = c.req.param('reference')
      const seen = seenIn((await formSent(c)).typed)
      const asked = { partnership, reference, seen, at: c.var.clock.now() }
      const applied = await asActor(c.var.database, actor, (db) => applyRound(db, actor, asked))
      if (applied.outcome === 'not-found') throw notFound('This round')
      if (applied.outcome === 'refused') return showRound(c, applied.sentence)
      return c.redirect(`${upliftPath(partnership.slug, reference)}?done=applied`, 303)
    })
    .post('/:partnership/uplifts/:reference/drop', declare('rates.uplift', 'uplifts.drop'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { version } = seenIn((await formSent(c)).typed)
      const dropped = await asActor(c.var.database, actor, async (db) => {
        const round = await roundOf(db, partnership.id, c.req.param('reference'))
        return dropRound(db, actor, { partnershipId: partnership.id, id: round.id, version, at: c.var.clock.now() })
      })
      if (!dropped) return showRound(c, 'A colleague has changed this round. Look at it again before you drop it.')
      return c.redirect(upliftsPath(partnership.slug), 303)
    })

async function roundOf(db: Db, partnershipId: string, reference: string): Promise<UpliftRound> {
  const round = await upliftRound(db, partnershipId, reference)
  if (!round) throw notFound('This round')
  return round
}

/** A round as it is now; a problem says why what was just asked for did not happen. */
async function showRound(c: MercatContext, problem?: string): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = roundQuery.parse(c.req.query())
  const part = { limit: linesPerPage, offset: (asked.page - 1) * linesPerPage }
  const view = await asActor(c.var.database, actor, async (db) => {
    const round = await roundOf(db, partnership.id, c.req.param('reference') ?? '')
    if (round.state === 'dropped') return <DroppedPage partnership={partnership} round={round} problem={problem} />
    if (round.state === 'applied') {
      const content = await appliedContent(db, partnership.id, round, part)
      const props = { partnership, round, page: asked.page, justApplied: asked.done === 'applied', problem }
      return <AppliedPage {...props} {...content} />
    }
    const content = await draftContent(db, actor, partnership, round, londonDate(c.var.clock.now()))
    return (
      <RoundPage
        partnership={partnership}
        round={round}
        show={asked.show ?? (content.model.capProblems > 0 ? 'cap' : 'changed')}
        page={asked.page}
        mayDraft={may(actor, 'rates.uplift')}
        mayApprove={may(actor, 'contracts.approve')}
        done={asked.done === 'drafted' ? 'drafted' : undefined}
        problem={problem}
        {...content}
      />
    )
  })
  return page(c, view, problem ? 409 : 200)
}
