import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { first, type Mistake, type Typed } from '../../core/forms/index.ts'
import {
  declare,
  formSent,
  liveAddress,
  liveEvents,
  type MercatContext,
  type MercatEnv,
  page,
  staffPartnership,
} from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { packagePath } from '../paths.ts'
import { packageBy } from '../requests/queries/package.ts'
import { actOnPackage } from './commands/act-on-package.ts'
import { packageEventsPath } from './paths.ts'
import { packageVersion } from './queries/desk-version.ts'
import { packageContent } from './queries/package-content.ts'
import { doneWords } from './said.ts'
import { PackagePage } from './views/package-page.tsx'

/** The page of one package, and what is done there. */
export const packageRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/packages/:reference', declare('packages.read', 'package.show'), (c) => showPackage(c))
    .post('/:partnership/packages/:reference', declare('packages.read', 'package.act'), act)
    .get('/:partnership/packages/:reference/events', declare('packages.read', 'package.events'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const now = () => c.var.clock.now()
      const { id } = await asActor(c.var.database, actor, (db) => found(c, db))
      const key = () => asActor(c.var.database, actor, (db) => packageVersion(db, partnership.id, id, now()))
      return liveEvents(c, `package ${partnership.id} ${id}`, key)
    })

const referenceOf = (c: MercatContext): string => c.req.param('reference') ?? ''

async function found(c: MercatContext, db: Db) {
  const { partnership } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const one = await packageBy(db, partnership.id, { reference: referenceOf(c) }, today)
  if (!one) throw notFound('This package')
  return one
}

const untyped: FormState = { typed: {}, mistakes: [] }

async function showPackage(c: MercatContext, form: FormState = untyped): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const now = c.var.clock.now()
  const reference = referenceOf(c)
  const content = await asActor(c.var.database, actor, (db) => packageContent(db, partnership, { reference, now }))
  return page(
    c,
    <PackagePage
      partnership={partnership}
      content={content}
      form={form}
      now={now}
      live={liveAddress(packageEventsPath(partnership.slug, reference), content.key)}
      me={actor.accountId}
      mayPlace={may(actor, 'packages.place')}
      mayApprove={may(actor, 'packages.approve')}
      said={doneWords(c.req.query('done'))}
    />,
    form.mistakes.length > 0 ? (form.mistakes.some(({ field }) => field) ? 422 : 409) : 200,
  )
}

async function act(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked: does } = await formSent(c)
  const version = first(typed, 'version')
  if (!/^\d{1,9}$/.test(version)) throw invalid('This form names no state of the package.', 'Load the page again.')
  const at = c.var.clock.now()
  const outcome = await asActor(c.var.database, actor, async (db) => {
    const { id: packageId } = await found(c, db)
    const asked = { partnershipId: partnership.id, packageId, version: Number(version), at }
    return actOnPackage(db, actor, { ...asked, does, ...fieldsOf(typed) })
  })
  if (outcome.outcome === 'refused') {
    const mistake: Mistake = {
      field: outcome.because === 'no-words' || outcome.because === 'tells-who' ? 'words' : undefined,
      sentence: outcome.sentence,
    }
    return showPackage(c, { typed, mistakes: [mistake] })
  }
  const reference = referenceOf(c)
  return c.redirect(`${packagePath(partnership.slug, reference)}?done=${does}.${reference}`, 303)
}

const fieldsOf = (typed: Typed) => ({
  offerId: first(typed, 'offer'),
  approvalId: first(typed, 'approval'),
  step: first(typed, 'step'),
  words: first(typed, 'words').slice(0, 2000),
})
