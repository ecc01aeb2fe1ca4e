import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { first, type Typed } from '../../core/forms/index.ts'
import { formSent, type MercatContext, page, staffPartnership } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { addDays, isId, londonDate } from '../../core/values/index.ts'
import { working } from '../commands/work.ts'
import { saveRule } from './commands/save-rule.ts'
import { draftRule } from './draft-rule.ts'
import { mistakeOf, readRule, reshaped, ruleTyped } from './forms.ts'
import { offerRulePath } from './paths.ts'
import { keptRules } from './queries/kept-rules.ts'
import { replayPast } from './queries/replay-past.ts'
import { ruleLists } from './queries/rule-lists.ts'
import { summaryOf } from './replay-summary.ts'
import type { RuleDraft } from './rule-draft.ts'
import type { KeptRule } from './rule-in-words.ts'
import { ruleProblems } from './rule-problems.ts'
import { EditRulePage, type EditRulePageProps } from './views/edit-rule-page.tsx'

/** A trial on a page looks at this many rounds; the command at all. */
const mostTried = 300

/** The form on a rule as it stands, or on a new one. */
export async function openRuleForm(c: MercatContext): Promise<Response> {
  const rule = await ruleNamed(c)
  const today = londonDate(c.var.clock.now())
  const [latest] = rule?.versions ?? []
  const from = latest && latest.from >= today ? addDays(latest.from, 1) : today
  const about = rule && { name: rule.name, serviceType: rule.serviceType.key, contractId: rule.contract?.id ?? null }
  const typed = { ...ruleTyped({ ...about, ...latest }, from), seen: [String(latest?.version ?? 0)] }
  return formPage(c, { rule, form: { typed, mistakes: [] } })
}

/** What the form sends: other steps, a trial, or the rule. */
export async function sendRuleForm(c: MercatContext): Promise<Response> {
  const rule = await ruleNamed(c)
  const { typed, asked } = await formSent(c)
  const other = reshaped(asked, typed)
  if (other) return formPage(c, { rule, form: { typed: other, mistakes: [] } })
  const read = readRule(typed, Number(first(typed, 'seen')) || 0)
  if (asked === 'try') return tried(c, rule, typed, read.mistakes ?? read.read)
  if (read.mistakes) return refused(c, rule, { typed, mistakes: read.mistakes })
  const { partnership, actor } = staffPartnership(c)
  const at = c.var.clock.now()
  const outcome = await asActor(c.var.database, actor, (db) =>
    working({ db, partnershipId: partnership.id, actor, at }, (work) => saveRule(work, ofRule(rule, read.read))),
  )
  if (outcome.outcome === 'saved') return c.redirect(offerRulePath(partnership.slug, outcome.ruleId), 303)
  if (outcome.outcome === 'refused') return refused(c, rule, { typed, mistakes: outcome.problems.map(mistakeOf) })
  return refused(c, rule, { typed, mistakes: [{ sentence: outcome.sentence }] }, 409)
}

/** A rule that stands keeps what it is about, whatever was sent. */
const ofRule = (rule: KeptRule | undefined, draft: RuleDraft): RuleDraft =>
  rule ? { ...draft, serviceType: rule.serviceType.key, contractId: rule.contract?.id ?? null } : draft

async function tried(
  c: MercatContext,
  rule: KeptRule | undefined,
  typed: Typed,
  read: RuleDraft | FormState['mistakes'],
): Promise<Response> {
  if (!('steps' in read)) return refused(c, rule, { typed, mistakes: read })
  const problems = ruleProblems(read)
  if (problems.length > 0) return refused(c, rule, { typed, mistakes: problems.map(mistakeOf) })
  const { partnership, actor } = staffPartnership(c)
  const to = c.var.clock.now()
  const back = [28, 84, 364].find((days) => String(days) === first(typed, 'span')) ?? 28
  const from = new Date(to.getTime() - back * 86_400_000)
  const draft = draftRule(ofRule(rule, read))
  const asked = { partnershipId: partnership.id, rule: draft, from, to, most: mostTried }
  const { rounds, more } = await replayPast(c.var.database, actor, asked)
  const days = `${longDate(londonDate(from))} to ${longDate(londonDate(to))}`
  return formPage(c, { rule, form: { typed, mistakes: [] }, draft, trial: { summary: summaryOf(rounds), days, more } })
}

/** The form again with what is wrong; the log says which fields. */
function refused(
  c: MercatContext,
  rule: KeptRule | undefined,
  form: FormState,
  status: 409 | 422 = 422,
): Promise<Response> {
  c.var.log.info({ id: c.var.requestId, fields: form.mistakes.map(({ field }) => field) }, 'A rule was refused.')
  return formPage(c, { rule, form }, status)
}

async function ruleNamed(c: MercatContext): Promise<KeptRule | undefined> {
  const id = c.req.param('rule')
  if (id === undefined) return undefined
  const { partnership, actor } = staffPartnership(c)
  const [rule] = isId(id) ? await asActor(c.var.database, actor, (db) => keptRules(db, partnership.id, id)) : []
  if (!rule) throw notFound('This rule')
  return rule
}

async function formPage(
  c: MercatContext,
  shown: Pick<EditRulePageProps, 'rule' | 'form' | 'draft' | 'trial'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const lists = await asActor(c.var.database, actor, (db) => ruleLists(db, partnership, londonDate(c.var.clock.now())))
  return page(c, <EditRulePage partnership={partnership} {...lists} {...shown} />, status)
}
