import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { isId, londonDate } from '../../core/values/index.ts'
import { openRuleForm, sendRuleForm } from './edit-rule-routes.tsx'
import { keptRules } from './queries/kept-rules.ts'
import { RulePage } from './views/rule-page.tsx'
import { RulesPage } from './views/rules-page.tsx'

/** The rules by which offers go out: in words, with their versions, tried and changed. */
export const ruleRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/offer-rules', declare('rules.read', 'rules.list'), showRules)
    .get('/:partnership/offer-rules/new', declare('rules.write', 'rules.new'), openRuleForm)
    .post('/:partnership/offer-rules/new', declare('rules.write', 'rules.add'), sendRuleForm)
    .get('/:partnership/offer-rules/:rule', declare('rules.read', 'rules.one'), showRule)
    .get('/:partnership/offer-rules/:rule/edit', declare('rules.write', 'rules.form'), openRuleForm)
    .post('/:partnership/offer-rules/:rule/edit', declare('rules.write', 'rules.save'), sendRuleForm)

async function showRules(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const rules = await asActor(c.var.database, actor, (db) => keptRules(db, partnership.id))
  const today = londonDate(c.var.clock.now())
  return page(
    c,
    <RulesPage partnership={partnership} rules={rules} today={today} mayWrite={may(actor, 'rules.write')} />,
  )
}

async function showRule(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const id = c.req.param('rule') ?? ''
  const [rule] = isId(id) ? await asActor(c.var.database, actor, (db) => keptRules(db, partnership.id, id)) : []
  if (!rule) throw notFound('This rule')
  const today = londonDate(c.var.clock.now())
  return page(c, <RulePage partnership={partnership} rule={rule} today={today} mayWrite={may(actor, 'rules.write')} />)
}
