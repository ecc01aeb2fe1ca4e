import { formSent, type MercatContext, staffPartnership } from '../../../core/http/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { steerAsAsked } from '../commands/steer-as-asked.ts'
import type { SolveRunKind } from '../solve-run.ts'

/** What the buttons of a run's page are sent to: stops it or has it begun again, and shows the page again. */
export const steerRoute =
  (kind: SolveRunKind, pathOf: (slug: string, run: Id) => string) =>
  async (c: MercatContext): Promise<Response> => {
    const { partnership, actor } = staffPartnership(c)
    const { asked: does } = await formSent(c)
    const runId = c.req.param('run') ?? ''
    await steerAsAsked(c.var.database, actor, does, {
      partnershipId: partnership.id,
      runId,
      kind,
      at: c.var.clock.now(),
    })
    return c.redirect(pathOf(partnership.slug, runId as Id), 303)
  }
