import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { attempt } from '../changes/attempt-routes.ts'
import { askChange } from '../changes/commands/ask-change.ts'
import { contractDifferences } from '../changes/contract-differences.ts'
import { documentChoices, documentIn, largestForm, withFileKept } from '../changes/document-routes.ts'
import { first, type Mistake, type Typed } from '../changes/forms/typed.ts'
import { changeDetailPath } from '../changes/paths.ts'
import { changesSince, contractInVersion } from '../changes/queries/changes.ts'
import { choicesOf, keyNames } from '../changes/queries/choices.ts'
import { asAsker, contractOf, formSent } from '../changes/request-routes.ts'
import { agreedUntil } from '../term.ts'
import { enhancementRoutes } from './enhancement-routes.tsx'
import { capFieldsOf, pricesQuery, readSetPrices } from './forms.ts'
import { pricesPath } from './paths.ts'
import { nationalFrameworks, tablePrices, wageFloorsOf } from './queries/national.ts'
import { priceList } from './queries/price-list.ts'
import { NationalPage } from './views/national-page.tsx'
import { NoLotsPage, PriceListPage } from './views/price-list-page.tsx'
import { SetPricesPage } from './views/set-prices-page.tsx'

/** Price lists, the form in which they are set, enhanced prices, and what is national. */
export const rateRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/national', declare('contracts.read', 'rates.national'), async (c) => {
      const { partnership } = staffPartnership(c)
      const content = await asAsker(c, async (db) => ({
        frameworks: await nationalFrameworks(db),
        prices: await tablePrices(db),
        floors: await wageFloorsOf(db, partnership.nation),
      }))
      const today = londonDate(c.var.clock.now())
      return page(c, <NationalPage partnership={partnership} today={today} {...content} />)
    })
    .get('/:partnership/contracts/:reference/prices', declare('contracts.read', 'rates.prices'), async (c) => {
      const asked = pricesQuery.parse(c.req.query())
      const on = asked.on ?? londonDate(c.var.clock.now())
      const content = await asAsker(c, async (db) => {
        const { partnership, contract } = await contractOf(db, c)
        const list = await priceList(db, partnership, contract, { lot: asked.lot, on })
        if (!list && contract.lots.length > 0) throw notFound('This lot')
        return { partnership, contract, list }
      })
      const { list, ...about } = content
      if (!list) return page(c, <NoLotsPage {...about} />)
      const { actor } = c.var
      const end = agreedUntil(about.contract.terms)
      const goesOn = end === null || (end !== undefined && end > londonDate(c.var.clock.now()))
      const rights = { maySet: may(actor, 'contracts.write'), mayUplift: may(actor, 'rates.uplift') }
      const notice = asked.done === 'set' ? 'The prices are set.' : undefined
      return page(c, <PriceListPage on={on} notice={notice} goesOn={goesOn} {...rights} {...about} {...list} />)
    })
    .get('/:partnership/contracts/:reference/prices/set', declare('contracts.write', 'rates.set-form'), (c) =>
      showSetForm(c, {}),
    )
    .post(
      '/:partnership/contracts/:reference/prices/set',
      declare('contracts.write', 'rates.set', { body: largestForm }),
      setPrices,
    )
    .route('/', enhancementRoutes())

async function setPrices(c: MercatContext): Promise<Response> {
  const sent = await formSent(c)
  const at = c.var.clock.now()
  const { lot } = pricesQuery.parse(c.req.query())
  const { partnership, actor, contract, list } = await asAsker(c, async (db) => {
    const found = await contractOf(db, c)
    return { ...found, list: await priceList(db, found.partnership, found.contract, { lot, on: londonDate(at) }) }
  })
  if (!list) throw notFound('This lot')
  const { typed, mistakes } = await withFileKept(c, sent, { partnership, actor, contractId: contract.id })
  const read = readSetPrices(list.rows, list.caps, typed)
  if (read.mistakes || mistakes.length > 0)
    return showSetForm(c, { typed, mistakes: [...mistakes, ...(read.mistakes ?? [])] })
  const { from, reason, rates, caps, fieldOf } = read.read
  const base = Number(first(typed, 'base')) || 0
  const { done: outcome, refused } = await attempt(() =>
    asAsker(c, async (db) =>
      askChange(db, actor, {
        partnership,
        contractId: contract.id,
        asked: {
          change: { kind: 'rates', lotId: list.lot.id, rates, caps },
          effectiveOn: from,
          reason,
          documentId: documentIn(typed, await documentChoices(db, partnership.id, contract.id)),
          baseVersion: base,
        },
        at,
      }),
    ),
  )
  if (refused) return showSetForm(c, { typed, mistakes: [refused] })
  if (outcome.outcome === 'conflict') return showSetForm(c, { typed, base })
  if (outcome.outcome === 'refused')
    return showSetForm(c, { typed, mistakes: [{ field: fieldOf(outcome.field), sentence: outcome.sentence }] })
  const { slug } = partnership
  if (outcome.outcome === 'proposed')
    return c.redirect(`${changeDetailPath(slug, outcome.changeId)}?done=proposed`, 303)
  const back = pricesPath(slug, contract.reference, { lot: list.lot.number, on: from })
  return c.redirect(`${back}&done=set`, 303)
}

interface Shown {
  /** What was typed; the form is new when nothing was. */
  readonly typed?: Typed
  readonly mistakes?: readonly Mistake[]
  /** The version on which it was typed, when a colleague has changed the contract since. */
  readonly base?: number
}

async function showSetForm(c: MercatContext, { typed, mistakes = [], base }: Shown): Promise<Response> {
  const on = londonDate(c.var.clock.now())
  const { lot } = pricesQuery.parse(c.req.query())
  const content = await asAsker(c, async (db) => {
    const { partnership, contract } = await contractOf(db, c)
    const list = await priceList(db, partnership, contract, { lot, on })
    if (!list) throw notFound('This lot')
    const before =
      base === undefined ? undefined : await contractInVersion(db, partnership.id, contract.id, { version: base, on })
    const meanwhile =
      base === undefined
        ? undefined
        : {
            baseVersion: base,
            since: await changesSince(db, partnership.id, contract.id, base),
            differences: before
              ? contractDifferences(before, contract, keyNames(await choicesOf(db, partnership, on)))
              : [],
          }
    const providers = new Map(
      list.lot.standings.map(({ organisationId, organisation }) => [organisationId, organisation]),
    )
    return {
      partnership,
      contract,
      lot: list.lot,
      rows: list.rows,
      providers: [...providers].map(([value, text]) => ({ value, text })),
      documents: await documentChoices(db, partnership.id, contract.id),
      form: { typed: typed ?? capFieldsOf(list.caps, on), mistakes },
      meanwhile,
    }
  })
  return page(c, <SetPricesPage {...content} />, base !== undefined ? 409 : mistakes.length > 0 ? 422 : 200)
}
