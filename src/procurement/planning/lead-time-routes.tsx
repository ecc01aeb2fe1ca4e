import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { canonicalJson, londonDate, sha256 } from '../../core/values/index.ts'
import { first } from '../changes/forms/typed.ts'
import { formSent } from '../changes/request-routes.ts'
import type { FormState } from '../changes/views/form-fields.tsx'
import { type ContractKind, contractKinds } from '../contract-kind.ts'
import { dropLeadTime, saveLeadTime } from './commands/save-lead-time.ts'
import { leadTimeFields, readLeadTime } from './forms.ts'
import { type LeadTime, leadTimeFor } from './lead-time.ts'
import { planningPath } from './paths.ts'
import type { Planning } from './planning.ts'
import { planningOf } from './queries/planning.ts'
import { LeadTimePage } from './views/lead-time-page.tsx'

/** The steps of one kind of contract, to be seen and saved. */
export const leadTimeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(
      '/:partnership/contracts/planning/steps/:kind',
      declare('contracts.plan', 'contracts.steps-form'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const kind = kindOf(c)
        const planning = await asActor(c.var.database, actor, (db) => planningOf(db, partnership))
        const standing = leadTimeFor(planning.leadTimes, kind, londonDate(c.var.clock.now()))
        return formPage(c, {
          planning,
          standing,
          form: { typed: standing ? leadTimeFields(standing) : {}, mistakes: [] },
        })
      },
    )
    .post(
      '/:partnership/contracts/planning/steps/:kind',
      declare('contracts.plan', 'contracts.steps-save'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const kind = kindOf(c)
        const { typed, asked } = await formSent(c)
        const at = c.var.clock.now()
        const from = londonDate(at)
        const read = readLeadTime(typed)
        const isSaved = asked !== 'rows' && (asked === 'standard' || !read.mistakes)
        const outcome = await asActor(c.var.database, actor, async (db) => {
          const planning = await planningOf(db, partnership)
          const standing = leadTimeFor(planning.leadTimes, kind, from)
          const clash = first(typed, 'seen') !== seenOf(standing)
          if (!isSaved || clash) return { planning, standing, clash: isSaved && clash, saved: false }
          const which = { partnershipId: partnership.id, kind, from, at }
          if (asked === 'standard') await dropLeadTime(db, actor, which)
          else if (!read.mistakes) await saveLeadTime(db, actor, { ...which, ...read.read })
          return { planning, standing, clash, saved: true }
        })
        if (outcome.saved)
          return c.redirect(
            `${planningPath(partnership.slug)}?done=${asked === 'standard' ? 'standard' : 'steps'}`,
            303,
          )
        const mistakes = asked === 'rows' ? [] : (read.mistakes ?? [])
        return formPage(
          c,
          { ...outcome, form: { typed, mistakes } },
          asked === 'rows' ? 200 : outcome.clash ? 409 : 422,
        )
      },
    )

function kindOf(c: MercatContext): ContractKind | '' {
  const asked = c.req.param('kind') ?? ''
  const kind = asked === 'other' ? '' : contractKinds.find((one) => one === asked)
  if (kind === undefined) throw notFound('This kind of contract')
  return kind
}

/** A fingerprint of the steps that a form was opened on. */
const seenOf = (standing: LeadTime | undefined): string => sha256(canonicalJson(standing ?? null)).slice(0, 16)

interface Shown {
  readonly planning: Planning
  readonly standing: LeadTime | undefined
  readonly form: FormState
  readonly clash?: boolean
}

function formPage(
  c: MercatContext,
  { planning, standing, form, clash }: Shown,
  status: 200 | 409 | 422 = 200,
): Response {
  const view = (
    <LeadTimePage
      partnership={staffPartnership(c).partnership}
      kind={kindOf(c)}
      standing={standing}
      seen={seenOf(standing)}
      form={form}
      clash={clash}
      committees={[...planning.committees.keys()]}
    />
  )
  return page(c, view, status)
}
