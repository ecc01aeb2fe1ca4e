import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { contractKinds } from '../contract-kind.ts'
import { authorityRoutes } from './authority-routes.tsx'
import { committeeRoutes } from './committee-routes.tsx'
import { trialQuery } from './forms.ts'
import { leadTimeFor } from './lead-time.ts'
import { leadTimeRoutes } from './lead-time-routes.tsx'
import { planBack, safeStart } from './planning.ts'
import { planningContent } from './queries/planning-content.ts'
import { spanWords } from './span-words.ts'
import { readTrial } from './trial.ts'
import { PlanningPage } from './views/planning-page.tsx'

const doneWords: { readonly [done: string]: string } = {
  steps: 'The steps are saved and count from today.',
  standard: 'The standard steps count again.',
}

/** How many meetings the first page shows; the page of committees lists them. */
const nextMeetings = 6

/** How dates are worked back, and who may approve what. */
export const planningRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/planning', declare('contracts.read', 'contracts.planning'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const on = londonDate(c.var.clock.now())
      const asked = readTrial(trialQuery.parse(c.req.query()), on)
      const content = await asActor(c.var.database, actor, (db) => planningContent(db, partnership, on))
      const { planning, meetings, authorities } = content
      const named = new Set(
        planning.leadTimes.flatMap(({ steps }) => steps.flatMap(({ committee }) => committee ?? [])),
      )
      const own = (kind: (typeof contractKinds)[number]) => leadTimeFor(planning.leadTimes, kind, on)?.kind === kind
      const counted = ([...contractKinds.filter(own), ''] as const).flatMap((kind) => {
        const leadTime = leadTimeFor(planning.leadTimes, kind, on)
        if (!leadTime) return []
        return [{ leadTime, takes: spanWords(safeStart(planning, { kind, end: asked.end, on }), asked.end) }]
      })
      const inUse = new Set(
        counted.flatMap(({ leadTime }) => leadTime.steps.flatMap(({ committee }) => committee ?? [])),
      )
      return page(
        c,
        <PlanningPage
          partnership={partnership}
          counted={counted}
          others={contractKinds.filter((kind) => !own(kind))}
          trial={{ ...asked, plan: planBack(planning, { ...asked, on }) }}
          meetings={meetings.slice(0, nextMeetings)}
          meetingsInAll={meetings.length}
          undated={[...named].filter(
            (name) => inUse.has(name) && !meetings.some(({ committee }) => committee === name),
          )}
          authorities={authorities}
          may={{ plan: may(actor, 'contracts.plan'), delegate: may(actor, 'contracts.delegate') }}
          done={doneWords[c.req.query('done') ?? '']}
        />,
        asked.mistakes.length > 0 ? 422 : 200,
      )
    })
    .route('/', leadTimeRoutes())
    .route('/', committeeRoutes())
    .route('/', authorityRoutes())
