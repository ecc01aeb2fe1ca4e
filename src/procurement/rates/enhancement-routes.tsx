import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { attempt } from '../changes/attempt-routes.ts'
import { dateFields, type Mistake, type Typed } from '../changes/forms/typed.ts'
import type { Choice } from '../changes/queries/choices.ts'
import { asAsker, contractOf, formSent } from '../changes/request-routes.ts'
import type { Contract } from '../contract.ts'
import { endEnhancement, enhancePrice, keepEnhancement } from './commands/enhance.ts'
import type { EnhancedPrice } from './enhancement.ts'
import { pricesQuery, readEnhancement, readReview } from './forms.ts'
import { enhancementsPath } from './paths.ts'
import { enhancementsOf } from './queries/enhancements.ts'
import { EnhancementFormPage } from './views/enhancement-form-page.tsx'
import { EnhancementsPage } from './views/enhancements-page.tsx'
import { ReviewPage } from './views/review-page.tsx'

const notices: Partial<Record<string, string>> = {
  enhanced: 'The higher price is decided on.',
  kept: 'The higher price is kept until its next review.',
  ended: 'The higher price ends; the standard price holds again.',
}

/** Higher prices for the care of single people: the list, a decision, a review. */
export const enhancementRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(
      '/:partnership/contracts/:reference/prices/enhancements',
      declare('contracts.read', 'rates.enhancements'),
      async (c) => {
        const { done = '' } = pricesQuery.parse(c.req.query())
        const content = await asAsker(c, async (db) => {
          const { partnership, contract } = await contractOf(db, c)
          return { partnership, contract, enhancements: await enhancementsOf(db, partnership.id, contract.id) }
        })
        const mayDecide = may(c.var.actor, 'contracts.write') && content.contract.sharedFrom === null
        const props = { today: londonDate(c.var.clock.now()), mayDecide, notice: notices[done] }
        return page(c, <EnhancementsPage {...props} {...content} />)
      },
    )
    .get(
      '/:partnership/contracts/:reference/prices/enhancements/new',
      declare('contracts.write', 'rates.enhance-form'),
      (c) => showForm(c, { typed: {}, mistakes: [] }),
    )
    .post(
      '/:partnership/contracts/:reference/prices/enhancements/new',
      declare('contracts.write', 'rates.enhance'),
      async (c) => {
        const { typed } = await formSent(c)
        const read = readEnhancement(typed)
        if (read.mistakes) return showForm(c, { typed, mistakes: read.mistakes })
        const { done, refused } = await attempt(() =>
          asAsker(c, async (db) => {
            const { partnership, actor, contract } = await contractOf(db, c)
            const said = { partnershipId: partnership.id, contract, at: c.var.clock.now(), ...read.read }
            return { slug: partnership.slug, outcome: await enhancePrice(db, actor, said) }
          }),
        )
        if (refused) return showForm(c, { typed, mistakes: [refused] })
        const { slug, outcome } = done
        if (outcome.outcome === 'refused') return showForm(c, { typed, mistakes: [atField(outcome, typed)] })
        return c.redirect(`${enhancementsPath(slug, c.req.param('reference'))}?done=enhanced`, 303)
      },
    )
    .get(
      '/:partnership/contracts/:reference/prices/enhancements/:id',
      declare('contracts.write', 'rates.review-form'),
      (c) => showReview(c, undefined),
    )
    .post(
      '/:partnership/contracts/:reference/prices/enhancements/:id',
      declare('contracts.write', 'rates.review'),
      async (c) => {
        const { typed } = await formSent(c)
        const read = readReview(typed)
        if (read.mistakes) return showReview(c, { typed, mistakes: read.mistakes })
        const { done, refused } = await attempt(() =>
          asAsker(c, async (db) => {
            const { partnership, actor, contract } = await contractOf(db, c)
            const id = c.req.param('id')
            const said = { partnershipId: partnership.id, contract, at: c.var.clock.now(), id, ...read.read }
            const outcome =
              said.does === 'keep' ? await keepEnhancement(db, actor, said) : await endEnhancement(db, actor, said)
            return { slug: partnership.slug, outcome }
          }),
        )
        if (refused) return showReview(c, { typed, mistakes: [refused] })
        const { slug, outcome } = done
        if (outcome.outcome === 'refused') return showReview(c, { typed, mistakes: [atField(outcome, typed)] })
        const what = read.read.does === 'keep' ? 'kept' : 'ended'
        return c.redirect(`${enhancementsPath(slug, c.req.param('reference'))}?done=${what}`, 303)
      },
    )

interface Shown {
  readonly typed: Typed
  readonly mistakes: readonly Mistake[]
}

/** A refusal at the field of the form that it is about; a date is typed in three fields. */
const atField = (
  { field, sentence }: { readonly field: string; readonly sentence: string },
  typed: Typed,
): Mistake => ({
  field: `${field}-day` in typed ? `${field}-day` : field,
  sentence,
})

async function showForm(c: MercatContext, form: Shown): Promise<Response> {
  const content = await asAsker(c, (db) => contractOf(db, c))
  const view = <EnhancementFormPage {...content} places={placesIn(content.contract)} form={form} />
  return page(c, view, form.mistakes.length > 0 ? 422 : 200)
}

/** Every provider in a lot, once for each lot. */
function placesIn(contract: Contract): readonly Choice[] {
  const places = contract.lots.flatMap((lot) =>
    lot.standings
      .filter(({ state }) => state === 'active' || state === 'suspended')
      .map(({ lotProviderId, organisation }): [string, string] => [
        lotProviderId,
        lot.number === '' ? organisation : `${organisation}, lot ${lot.number}`,
      ]),
  )
  return [...new Map(places)].map(([value, text]) => ({ value, text }))
}

async function showReview(c: MercatContext, shown: Shown | undefined): Promise<Response> {
  const today = londonDate(c.var.clock.now())
  const { enhancement, ...content } = await asAsker(c, async (db) => {
    const { partnership, contract } = await contractOf(db, c)
    const all = await enhancementsOf(db, partnership.id, contract.id)
    const found = all.filter(({ id }) => id === c.req.param('id'))
    const latest: EnhancedPrice | undefined = found.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
    return { partnership, contract, enhancement: latest }
  })
  if (!enhancement) throw notFound('This enhanced price')
  const form = shown ?? { typed: dateFields('from', today), mistakes: [] }
  return page(
    c,
    <ReviewPage {...content} enhancement={enhancement} form={form} />,
    form.mistakes.length > 0 ? 422 : 200,
  )
}
