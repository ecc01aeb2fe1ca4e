import { Hono } from 'hono'
import { type Actor, may, type Partnership } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { first, type Mistake, type Typed } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { type IsoDate, londonDate } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { Refusal } from '../offers/outcome.ts'
import { packagePath } from '../paths.ts'
import { packageBy } from '../requests/queries/package.ts'
import { bands } from '../visit-line.ts'
import { type ChangeKind, concerns, givenChanges, possibleChanges, wantedChanges } from './change-kind.ts'
import { courseWords, packageWords } from './change-words.ts'
import { runChange, tryChange } from './commands/run-change.ts'
import type { Course } from './course.ts'
import { type AskedChange, emptyChange, readChange } from './forms/change-form.ts'
import { earliestHandBack } from './placement-terms.ts'
import { coursesOf } from './queries/courses.ts'
import { pictureOf } from './queries/impact.ts'
import { placementTerms } from './queries/placement-terms.ts'
import { successorsOf } from './queries/successors.ts'
import { ChangeFormPage } from './views/change-form-page.tsx'
import { ChangePage } from './views/change-page.tsx'
import { ImpactPage } from './views/impact-page.tsx'

const at = '/:partnership/packages/:reference/change'
const one = (kinds: readonly ChangeKind[]) => `${at}/:kind{${kinds.join('|')}}`

/** What changes of a package: choose it, say it, see what it does, do it. */
export const changeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(at, declare('packages.request', 'packages.change-choices'), chooseChange)
    .get(one(wantedChanges), declare('packages.request', 'packages.change-form'), showForm)
    .post(one(wantedChanges), declare('packages.request', 'packages.change'), sendChange)
    .get(one(givenChanges), declare('packages.place', 'packages.change-placement-form'), showForm)
    .post(one(givenChanges), declare('packages.place', 'packages.change-placement'), sendChange)

/** A package that is to change, with all that is given of it. */
interface Ground {
  readonly partnership: Partnership
  readonly actor: Actor
  readonly package: CarePackage
  readonly courses: readonly Course[]
  readonly today: IsoDate
}

async function groundOf(db: Db, c: MercatContext): Promise<Ground> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const reference = c.req.param('reference') ?? ''
  const of = await packageBy(db, partnership.id, { reference }, today)
  if (!of) throw notFound('This package')
  return { partnership, actor, package: of, courses: await coursesOf(db, partnership.id, of.id), today }
}

async function chooseChange(c: MercatContext): Promise<Response> {
  const ground = await asActor(c.var.database, c.var.actor, (db) => groundOf(db, c))
  const { partnership, package: of, courses, today } = ground
  const kinds = possibleChanges(of, courses, today).filter(
    (kind) => may(c.var.actor, 'packages.place') || !(givenChanges as readonly string[]).includes(kind),
  )
  return page(
    c,
    <ChangePage partnership={partnership} package={of} stands={packageWords(of, courses, today)} kinds={kinds} />,
  )
}

const kindOf = (c: MercatContext): ChangeKind => c.req.param('kind') as ChangeKind

const showForm = (c: MercatContext): Promise<Response> => formPage(c)

/** How a form comes back: with what was typed, what is wrong with it, and what was seen before somebody else changed it. */
interface FormAgain {
  readonly typed: Typed
  readonly mistakes: readonly Mistake[]
  readonly before?: readonly string[]
}

async function formPage(c: MercatContext, again?: FormAgain, status: 200 | 409 | 422 = 200): Promise<Response> {
  const kind = kindOf(c)
  const ground = await asActor(c.var.database, c.var.actor, async (db) => {
    const found = await groundOf(db, c)
    const concerned = found.courses.filter((course) => concerns(kind, course, found.today))
    const [course] = concerned
    const { partnership, today } = found
    return {
      ...found,
      concerned,
      successors: kind === 'transfer' && course ? await successorsOf(db, partnership.id, course, today) : [],
      noticeOn:
        kind === 'hand-back' && course
          ? earliestHandBack(await placementTerms(db, partnership.id, course.contractId, today), today)
          : null,
    }
  })
  const { partnership, package: of, courses, today, concerned, successors, noticeOn } = ground
  if (!possibleChanges(of, courses, today).includes(kind))
    throw notFound('This change', 'The package may have changed.')
  const typed = again?.typed ?? emptyChange(kind, of, { today, placements: concerned.map(({ id }) => id) })
  return page(
    c,
    <ChangeFormPage
      partnership={partnership}
      package={of}
      kind={kind}
      form={{ typed, mistakes: again?.mistakes ?? [] }}
      version={of.version}
      stands={packageWords(of, courses, today)}
      before={again?.before}
      placements={concerned.map((course) => ({ value: course.id, text: courseWords(course, today) }))}
      successors={successors.map(({ organisationId, organisation }) => ({ value: organisationId, text: organisation }))}
      noticeOn={noticeOn}
    />,
    status,
  )
}

async function sendChange(c: MercatContext): Promise<Response> {
  const kind = kindOf(c)
  const { typed, asked } = await formSent(c)
  if (asked === 'visits-1') {
    const rows = Number(first(typed, 's1-rows')) || bands.length
    return formPage(c, { typed: { ...typed, 's1-rows': [String(rows + 1)] }, mistakes: [] })
  }
  if (asked === 'edit') return formPage(c, { typed, mistakes: [] })
  const read = readChange(kind, typed)
  if (read.mistakes) return refusedForm(c, typed, read.mistakes)
  return asked === 'change' ? doChange(c, typed, read.read) : lookAhead(c, typed, read.read)
}

function refusedForm(c: MercatContext, typed: Typed, mistakes: readonly Mistake[]): Promise<Response> {
  c.var.log.info(
    { id: c.var.requestId, fields: mistakes.map(({ field }) => field) },
    'A change of a package was refused.',
  )
  return formPage(c, { typed, mistakes }, 422)
}

/** The version that was seen; none that fits is a conflict like any other. */
const versionSeen = (typed: Typed): number =>
  /^\d{1,9}$/.test(first(typed, 'version')) ? Number(first(typed, 'version')) : 0

/** The day as of which a change shows. */
function dayOf(asked: AskedChange, today: IsoDate, courses: readonly Course[]): IsoDate {
  if (asked.kind === 'visits' || asked.kind === 'rest') return asked.from
  if (asked.kind === 'start') return today
  if (asked.kind === 'later-start') return asked.startsOn
  // What goes on is seen on the day on which it was to end.
  if (asked.kind === 'go-on') return courses.find(({ id }) => id === asked.placement)?.endsOn ?? today
  return 'on' in asked ? asked.on : today
}

async function lookAhead(c: MercatContext, typed: Typed, asked: AskedChange): Promise<Response> {
  const now = c.var.clock.now()
  const looked = await asActor(c.var.database, c.var.actor, async (db) => {
    const ground = await groundOf(db, c)
    const { partnership, package: of, today } = ground
    const on = dayOf(asked, today, ground.courses)
    const look = () => pictureOf(db, partnership.id, of.id, { on, at: now })
    const before = await look()
    const change = { partnershipId: partnership.id, packageId: of.id, version: versionSeen(typed), at: now }
    return { ...ground, on, before, tried: await tryChange(db, ground.actor, change, asked, look) }
  })
  const { partnership, package: of, on, before, tried } = looked
  if (tried.outcome === 'refused') return refusedChange(c, typed, tried)
  return page(
    c,
    <ImpactPage
      partnership={partnership}
      package={of}
      kind={asked.kind}
      on={on}
      before={before}
      after={tried.seen}
      typed={withoutButton(typed)}
    />,
  )
}

const withoutButton = ({ do: _, ...typed }: Typed): Typed => typed

async function doChange(c: MercatContext, typed: Typed, asked: AskedChange): Promise<Response> {
  const at = c.var.clock.now()
  const { reference, slug, outcome } = await asActor(c.var.database, c.var.actor, async (db) => {
    const { partnership, actor, package: of } = await groundOf(db, c)
    const change = { partnershipId: partnership.id, packageId: of.id, version: versionSeen(typed), at }
    return { reference: of.reference, slug: partnership.slug, outcome: await runChange(db, actor, change, asked) }
  })
  if (outcome.outcome === 'refused') return refusedChange(c, typed, outcome)
  return c.redirect(packagePath(slug, reference), 303)
}

/** The form again with the sentence; when somebody else was quicker, with what was seen and what is now. */
function refusedChange(c: MercatContext, typed: Typed, { because, sentence }: Refusal): Promise<Response> {
  c.var.log.info({ id: c.var.requestId, because }, 'A change of a package was refused.')
  if (because === 'conflict') return formPage(c, { typed, mistakes: [{ sentence }], before: typed.seen ?? [] }, 409)
  return formPage(c, { typed, mistakes: [{ field: fieldOf(kindOf(c), because), sentence }] }, 422)
}

function fieldOf(kind: ChangeKind, because: Refusal['because']): string | undefined {
  if (because === 'no-approver') return 'approvedBy'
  if (because === 'no-words' || because === 'tells-who') return 'consent'
  if (because === 'not-in-framework') return 'to'
  if (because === 'no-reason') return 'reason'
  if (because === 'bad-visits') return kind === 'needs' ? 'needs' : 's1-v1-minutes'
  if (because === 'start-too-early') return kind === 'needs' ? 'start-day' : 'on-day'
  return because === 'bad-day' || because === 'notice-too-short' || because === 'at-rest' ? 'on-day' : undefined
}
