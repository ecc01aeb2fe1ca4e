import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { type Mistake, readTyped, type Typed } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { type Id, type IsoDate, isId, londonDate } from '../../core/values/index.ts'
import { unmetPath } from '../paths.ts'
import { packageBy } from '../requests/queries/package.ts'
import { endPreference } from './commands/end-preferences.ts'
import { recordCover } from './commands/record-cover.ts'
import { recordPreference } from './commands/record-preference.ts'
import { coverForm, preferenceForm, registerQuery } from './forms.ts'
import { lastWeeks, registerLists, registerOf, spellsPerPage } from './queries/register.ts'
import { type NamedSpell, spellById } from './queries/spells.ts'
import { PreferencePage } from './views/preference-page.tsx'
import { RegisterPage } from './views/register-page.tsx'
import { SpellPage } from './views/spell-page.tsx'

/** The register of unmet need: who waits, why, and what is recorded of it. */
export const unmetRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/unmet', declare('packages.read', 'unmet.register'), showRegister)
    .get('/:partnership/unmet/spells/:spell', declare('packages.read', 'unmet.spell'), (c) => showSpell(c))
    .post('/:partnership/unmet/spells/:spell', declare('packages.request', 'unmet.record'), record)
    .post('/:partnership/unmet/spells/:spell/end', declare('packages.request', 'unmet.end-preference'), end)
    .get('/:partnership/unmet/preferences/:reference', declare('packages.request', 'unmet.preference'), (c) =>
      showPreference(c),
    )
    .post(
      '/:partnership/unmet/preferences/:reference',
      declare('packages.request', 'unmet.add-preference'),
      addPreference,
    )

const doneWords: Readonly<Record<string, string>> = {
  recorded: 'What is known is recorded.',
  preference: 'Care not as wanted is recorded.',
  ended: 'Care is as wanted now.',
}

async function showRegister(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const asked = registerQuery.parse(c.req.query())
  const today = londonDate(c.var.clock.now())
  const content = await asActor(c.var.database, actor, async (db) => ({
    lists: await registerLists(db, partnership.id),
    weeks: await lastWeeks(db, partnership.id),
    ...(await registerOf(db, partnership.id, { ...asked, ended: asked.ended === 'yes' }, { page: asked.page, today })),
  }))
  const { pathname, search } = new URL(c.req.url)
  const done = doneWords[c.req.query('done') ?? '']
  const address = pathname + (done ? '' : search)
  return page(c, <RegisterPage {...{ partnership, asked, today, address, done, ...content }} perPage={spellsPerPage} />)
}

const spellIdOf = (c: MercatContext): Id => {
  const id = c.req.param('spell') ?? ''
  if (!isId(id)) throw notFound('This spell')
  return id
}

async function showSpell(
  c: MercatContext,
  sent?: { readonly typed: Typed; readonly mistakes: readonly Mistake[] },
): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const spell = await asActor(c.var.database, actor, (db) => spellById(db, partnership.id, spellIdOf(c)))
  if (!spell) throw notFound('This spell')
  const form = sent ?? { typed: typedOf(spell, today), mistakes: [] }
  const mayRecord = may(actor, 'packages.request')
  return page(c, <SpellPage {...{ partnership, spell, today, form, mayRecord }} />, sent ? 422 : 200)
}

const dateTypedOf = (name: string, day: IsoDate | null): Typed =>
  day === null
    ? {}
    : {
        [`${name}-day`]: [String(Number(day.slice(8)))],
        [`${name}-month`]: [String(Number(day.slice(5, 7)))],
        [`${name}-year`]: [day.slice(0, 4)],
      }

/** The form as it would be sent when nothing changes. */
function typedOf({ pieces }: NamedSpell, today: IsoDate): Typed {
  const now = pieces.at(-1)
  return {
    ...dateTypedOf('from', today),
    // One that is late has to be set anew.
    ...dateTypedOf('review', now?.reviewOn && now.reviewOn >= today ? now.reviewOn : null),
    interim: [now?.interim ?? 'none'],
    harm: [now?.harm ?? 'not-assessed'],
    choice: [now?.reason === 'choice' ? 'yes' : ''],
  }
}

async function record(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const spellId = spellIdOf(c)
  const { typed } = await formSent(c)
  const form = readTyped(coverForm, typed)
  if (form.mistakes) return showSpell(c, { typed, mistakes: form.mistakes })
  const { from, interim, harm, review: reviewOn, choice: byChoice } = form.read
  const done = await asActor(c.var.database, actor, (db) =>
    recordCover(db, actor, {
      ...{ partnershipId: partnership.id, spellId, from, interim, harm, reviewOn, byChoice },
      at: c.var.clock.now(),
    }),
  )
  if (done.outcome === 'refused') return showSpell(c, { typed, mistakes: [done] })
  return c.redirect(`${unmetPath(partnership.slug)}?done=recorded`, 303)
}

async function end(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const spellId = spellIdOf(c)
  await asActor(c.var.database, actor, (db) =>
    endPreference(db, actor, { partnershipId: partnership.id, spellId, at: c.var.clock.now() }),
  )
  return c.redirect(`${unmetPath(partnership.slug)}?done=ended`, 303)
}

async function showPreference(
  c: MercatContext,
  sent?: { readonly typed: Typed; readonly mistakes: readonly Mistake[] },
): Promise<Response> {
  const { partnership } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const of = await packageOf(c, today)
  const form = sent ?? { typed: dateTypedOf('since', today), mistakes: [] }
  return page(c, <PreferencePage {...{ partnership, of, form }} />, sent ? 422 : 200)
}

async function packageOf(c: MercatContext, on: IsoDate) {
  const { partnership, actor } = staffPartnership(c)
  const reference = c.req.param('reference') ?? ''
  const found = await asActor(c.var.database, actor, (db) => packageBy(db, partnership.id, { reference }, on))
  if (!found) throw notFound('This package')
  return found
}

async function addPreference(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const at = c.var.clock.now()
  const of = await packageOf(c, londonDate(at))
  const { typed } = await formSent(c)
  const form = readTyped(preferenceForm, typed)
  if (form.mistakes) return showPreference(c, { typed, mistakes: form.mistakes })
  const { preference, reason, since, review: reviewOn } = form.read
  const done = await asActor(c.var.database, actor, (db) =>
    recordPreference(db, actor, {
      partnershipId: partnership.id,
      package: of,
      preference,
      reason,
      since,
      reviewOn,
      at,
    }),
  )
  if (done.outcome === 'refused') return showPreference(c, { typed, mistakes: [done] })
  return c.redirect(`${unmetPath(partnership.slug)}?done=preference`, 303)
}
