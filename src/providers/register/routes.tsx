import { Hono } from 'hono'
import { systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { ratingScales } from '../queries/taxonomies.ts'
import { takeBackSuccession, tellSuccession } from './commands/tell-succession.ts'
import { registerQuery, serviceAddress, successionForm, takeBackForm } from './forms.ts'
import { gradeWords } from './grade-words.ts'
import { registerPath } from './paths.ts'
import { serviceHistory } from './queries/history.ts'
import { registerContent } from './queries/register-page.ts'
import { regulatorOf } from './regulator-of.ts'
import { RegisterPage } from './views/register-page.tsx'
import { ServicePage } from './views/service-page.tsx'
import type { SuccessionMistake, SuccessionTyped } from './views/succession-part.tsx'

const nothingTyped: SuccessionTyped = { earlierNumber: '', number: '', day: '', month: '', year: '', note: '' }

/** The pages of those who keep the register: what changed, one service over all registers, successions. */
export const registerRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/register', declare('data.import', 'register.changes'), (c) => showRegister(c))
    .post('/:partnership/register/succession', declare('data.import', 'register.tell-succession'), async (c) => {
      const { partnership } = staffPartnership(c)
      const typed = await typedInto(c)
      const { earlierNumber, number, note } = typed
      const on = { day: typed.day, month: typed.month, year: typed.year }
      const read = successionForm.safeParse({ earlierNumber, number, note, on })
      if (!read.success) {
        const mistakes = read.error.issues.map(({ path, message }) => ({
          field: path[0] as SuccessionMistake['field'],
          sentence: message,
        }))
        return showRegister(c, { typed, mistakes })
      }
      const told = { ...read.data, note: read.data.note || null, ...tellerOf(c) }
      // Registers are shared by all partnerships, so the product itself writes; the ledger says for whom.
      const problem = await asActor(c.var.database, systemActor(), (db) => tellSuccession(db, systemActor(), told))
      if (problem) return showRegister(c, { typed, mistakes: [problem] })
      return c.redirect(`${registerPath(partnership.slug)}?done=told`, 303)
    })
    .post('/:partnership/register/succession/take-back', declare('data.import', 'register.take-back'), async (c) => {
      const { partnership } = staffPartnership(c)
      const named = { ...takeBackForm.parse(await fieldsOf(c)), ...tellerOf(c) }
      await asActor(c.var.database, systemActor(), (db) => takeBackSuccession(db, systemActor(), named))
      return c.redirect(`${registerPath(partnership.slug)}?done=taken-back`, 303)
    })
    .get(
      '/:partnership/register/services/:regulator/:number',
      declare('data.import', 'register.service'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const address = serviceAddress.safeParse(c.req.param())
        if (!address.success) throw notFound('This service')
        const { regulator, number } = address.data
        const view = await asActor(c.var.database, actor, async (db) => (
          <ServicePage
            partnership={partnership}
            history={await serviceHistory(db, regulator, number)}
            grade={gradeWords(await ratingScales(db), regulator)}
          />
        ))
        return page(c, view)
      },
    )

/** Whoever tells of a succession, and the services that they may tell of: those of their own area. */
function tellerOf(c: MercatContext) {
  const { partnership, actor } = staffPartnership(c)
  const { areaCode: area, nation } = partnership
  return { regulator: regulatorOf(nation), area, toldBy: actor.accountId, at: c.var.clock.now() }
}

const notices = {
  told: 'The succession is kept: the two services are one line.',
  'taken-back': 'The succession is taken back.',
} as const

async function showRegister(
  c: MercatContext,
  returned?: { readonly typed: SuccessionTyped; readonly mistakes: readonly SuccessionMistake[] },
): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { done, ...asked } = registerQuery.parse(c.req.query())
  const content = await asActor(c.var.database, actor, (db) => registerContent(db, partnership, asked))
  const { typed, mistakes } = returned ?? { typed: nothingTyped, mistakes: [] }
  const notice = done && notices[done]
  const view = <RegisterPage partnership={partnership} typed={typed} mistakes={mistakes} notice={notice} {...content} />
  return page(c, view, returned ? 422 : 200)
}

async function typedInto(c: MercatContext): Promise<SuccessionTyped> {
  const sent = await fieldsOf(c)
  return {
    earlierNumber: sent.earlierNumber ?? '',
    number: sent.number ?? '',
    day: sent['on-day'] ?? '',
    month: sent['on-month'] ?? '',
    year: sent['on-year'] ?? '',
    note: sent.note ?? '',
  }
}

/** The last of what was typed into each field of a form; files are left out. */
async function fieldsOf(c: MercatContext): Promise<Partial<Record<string, string>>> {
  const sent = await c.req.formData().catch(() => {
    throw invalid('The form could not be read.', 'Go back and send it again.')
  })
  return Object.fromEntries([...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
