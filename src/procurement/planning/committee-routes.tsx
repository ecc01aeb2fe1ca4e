import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { importsPath } from '../../core/importing/index.ts'
import { isIsoDate, londonDate } from '../../core/values/index.ts'
import { first } from '../changes/forms/typed.ts'
import { formSent } from '../changes/request-routes.ts'
import type { FormState } from '../changes/views/form-fields.tsx'
import { addCommitteeDate, removeCommitteeDate } from './commands/committee-dates.ts'
import { readMeeting } from './forms.ts'
import { committeesPath } from './paths.ts'
import { committeeDates } from './queries/committee-dates.ts'
import { listedMeetings } from './queries/planning-content.ts'
import { CommitteesPage } from './views/committees-page.tsx'

const doneWords: { readonly [done: string]: string } = {
  added: 'The meeting is added.',
  removed: 'The meeting is removed.',
}

/** Meetings of committees, to be added and taken away. */
export const committeeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/planning/committees', declare('contracts.plan', 'contracts.committees'), (c) =>
      formPage(c, { typed: {}, mistakes: [] }),
    )
    .post(
      '/:partnership/contracts/planning/committees',
      declare('contracts.plan', 'contracts.committee-add'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed } = await formSent(c)
        const read = readMeeting(typed)
        if (read.mistakes) return formPage(c, { typed, mistakes: read.mistakes }, 422)
        const told = { partnershipId: partnership.id, at: c.var.clock.now() }
        await asActor(c.var.database, actor, (db) => addCommitteeDate(db, actor, read.read, told))
        return c.redirect(`${committeesPath(partnership.slug)}?done=added`, 303)
      },
    )
    .post(
      '/:partnership/contracts/planning/committees/remove',
      declare('contracts.plan', 'contracts.committee-remove'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed } = await formSent(c)
        const date = { committee: first(typed, 'committee'), on: first(typed, 'on') }
        const told = { partnershipId: partnership.id, at: c.var.clock.now() }
        if (isIsoDate(date.on)) await asActor(c.var.database, actor, (db) => removeCommitteeDate(db, actor, date, told))
        return c.redirect(`${committeesPath(partnership.slug)}?done=removed`, 303)
      },
    )

async function formPage(c: MercatContext, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const meetings = await asActor(c.var.database, actor, (db) => committeeDates(db, partnership.id, today))
  return page(
    c,
    <CommitteesPage
      partnership={partnership}
      meetings={meetings.slice(0, listedMeetings)}
      inAll={meetings.length}
      form={form}
      importHref={may(actor, 'data.import') ? importsPath(partnership.slug) : undefined}
      done={doneWords[c.req.query('done') ?? '']}
    />,
    status,
  )
}
