import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { importsPath } from '../../core/importing/index.ts'
import { isId, londonDate } from '../../core/values/index.ts'
import { first, type Typed } from '../changes/forms/typed.ts'
import { foundFor, organisationOf } from '../changes/provider-routes.ts'
import { choicesOf } from '../changes/queries/choices.ts'
import { formSent, meant } from '../changes/request-routes.ts'
import type { FormState } from '../changes/views/form-fields.tsx'
import { enterPurchase, movePurchase } from './commands/enter-purchase.ts'
import { moveFields, readMove, readPurchase } from './forms.ts'
import { yearUpTo } from './off-framework.ts'
import { spotPurchasePath } from './paths.ts'
import { listedPurchases } from './queries/listed-purchases.ts'
import { namedContracts } from './queries/named-contracts.ts'
import { onePurchase } from './queries/one-purchase.ts'
import { offFramework, spotCounts, spotMoves } from './queries/spot-counts.ts'
import { type Shown, shownChoices } from './shown-purchases.ts'
import { NewSpotPage } from './views/new-spot-page.tsx'
import { SpotPage } from './views/spot-page.tsx'
import { SpotPurchasePage } from './views/spot-purchase-page.tsx'

const doneWords: { readonly [done: string]: string } = {
  entered: 'The purchase is entered.',
  saved: 'What became of it is saved.',
}

/** Care bought outside lots: counted, listed, entered, and moved to contracts. */
export const spotRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/spot', declare('contracts.read', 'contracts.spot'), spotPage)
    .get('/:partnership/contracts/spot/new', declare('contracts.write', 'contracts.spot-new'), (c) =>
      newPage(c, { typed: {}, mistakes: [] }),
    )
    .post('/:partnership/contracts/spot/new', declare('contracts.write', 'contracts.spot-enter'), enter)
    .get('/:partnership/contracts/spot/:id', declare('contracts.read', 'contracts.spot-purchase'), (c) =>
      purchasePage(c),
    )
    .post('/:partnership/contracts/spot/:id', declare('contracts.write', 'contracts.spot-move'), move)

const shownIn = (asked: string | undefined): Shown => shownChoices.find((one) => one === asked) ?? 'now'

async function spotPage(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const on = londonDate(c.var.clock.now())
  const shown = shownIn(c.req.query('show'))
  const asked = Number(c.req.query('page'))
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const months = yearUpTo(on)
  const content = await asActor(c.var.database, actor, async (db) => ({
    counts: await spotCounts(db, partnership.id, on),
    off: await offFramework(db, partnership.id, {
      from: `${months[0]}-01`,
      until: `${nextMonth(months.at(-1) ?? on)}-01`,
    }),
    moves: await spotMoves(db, partnership.id, on),
    contracts: new Map((await namedContracts(db, partnership.id)).map((contract) => [contract.id, contract])),
    list: { ...(await listedPurchases(db, partnership.id, { shown, page: number, on })), shown, page: number },
  }))
  return page(
    c,
    <SpotPage
      partnership={partnership}
      on={on}
      months={months}
      {...content}
      mayWrite={may(actor, 'contracts.write')}
      importHref={may(actor, 'data.import') ? `${importsPath(partnership.slug)}/new/spot-purchases` : undefined}
    />,
  )
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

async function newPage(c: MercatContext, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const on = londonDate(c.var.clock.now())
  const content = await asActor(c.var.database, actor, async (db) => ({
    choices: await choicesOf(db, partnership, on),
    contracts: await namedContracts(db, partnership.id),
    found: await foundFor(db, partnership, form.typed),
  }))
  return page(c, <NewSpotPage partnership={partnership} form={form} {...content} />, status)
}

async function enter(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const sent = await formSent(c)
  const { typed } = sent
  if (meant(sent) === 'find') return newPage(c, { typed, mistakes: [] })
  const read = readPurchase(typed)
  const organisationId = await organisationOf(c, first(typed, 'organisation'))
  const unnamed = organisationId ? [] : [{ field: 'find', sentence: 'Find the provider by its name, and choose it' }]
  if (read.mistakes || !organisationId) {
    return newPage(c, { typed, mistakes: [...unnamed, ...(read.mistakes ?? [])] }, 422)
  }
  const purchase = { ...read.read, organisationId, reference: '', reviewedOn: null, movedOn: null }
  const unknown = await asActor(c.var.database, actor, async (db) =>
    unlisted(typed, await choicesOf(db, partnership, purchase.from), await namedContracts(db, partnership.id)),
  )
  if (unknown.length > 0) return newPage(c, { typed, mistakes: unknown }, 422)
  const { id } = await asActor(c.var.database, actor, (db) =>
    enterPurchase(db, actor, { partnership, purchase, at: c.var.clock.now() }),
  )
  return c.redirect(`${spotPurchasePath(partnership.slug, id)}?done=entered`, 303)
}

type Listed = Parameters<typeof NewSpotPage>[0]

/** What was chosen and is in no list: another partnership's contract, or a service that nobody offers. */
function unlisted(typed: Typed, choices: Listed['choices'], contracts: Listed['contracts']) {
  const listed = (values: readonly string[], name: string, sentence: string) =>
    first(typed, name) === '' || values.includes(first(typed, name)) ? [] : [{ field: name, sentence }]
  const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value)
  const ids = contracts.map(({ id }) => id)
  return [
    ...listed(values(choices.services), 'service', 'Choose a service from the list'),
    ...listed(values(choices.areas), 'area', 'Choose an area from the list'),
    ...listed(values(choices.careGroups), 'careGroup', 'Choose a care group from the list'),
    ...listed(ids, 'insteadOf', 'Choose a contract from the list'),
    ...listed(ids, 'movesTo', 'Choose a contract from the list'),
  ]
}

interface Sent {
  readonly form: FormState
  readonly overtaken?: boolean
}

async function purchasePage(c: MercatContext, sent?: Sent): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const found = await asActor(c.var.database, actor, async (db) => {
    const one = await onePurchase(db, partnership.id, idOf(c))
    return { one, contracts: await namedContracts(db, partnership.id) }
  })
  if (!found.one) throw notFound('This purchase')
  const { purchase, named } = found.one
  const form = sent?.form ?? { typed: moveFields(purchase), mistakes: [] }
  return page(
    c,
    <SpotPurchasePage
      partnership={partnership}
      purchase={purchase}
      named={named}
      contracts={new Map(found.contracts.map((contract) => [contract.id, contract]))}
      on={londonDate(c.var.clock.now())}
      form={sent?.overtaken ? { ...form, typed: { ...form.typed, version: [String(purchase.version)] } } : form}
      overtaken={sent?.overtaken === true}
      mayWrite={may(actor, 'contracts.write')}
      done={doneWords[c.req.query('done') ?? '']}
    />,
    sent ? (sent.overtaken ? 409 : 422) : 200,
  )
}

function idOf(c: MercatContext): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound('This purchase')
  return id
}

async function move(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const at = c.var.clock.now()
  const { typed } = await formSent(c)
  const outcome = await asActor(c.var.database, actor, async (db) => {
    const found = await onePurchase(db, partnership.id, idOf(c))
    if (!found) throw notFound('This purchase')
    const read = readMove(typed, { from: found.purchase.from, today: londonDate(at) })
    if (read.mistakes) return { mistakes: read.mistakes }
    const { movesTo } = read.read
    const contracts = movesTo === null ? [] : await namedContracts(db, partnership.id)
    if (movesTo !== null && !contracts.some(({ id }) => id === movesTo)) {
      return { mistakes: [{ field: 'movesTo', sentence: 'Choose a contract from the list' }] }
    }
    const before = { ...found.purchase, version: Number(first(typed, 'version')) || 0 }
    return { saved: await movePurchase(db, actor, { partnershipId: partnership.id, before, told: read.read, at }) }
  })
  if (outcome.mistakes) return purchasePage(c, { form: { typed, mistakes: outcome.mistakes } })
  if (!outcome.saved) return purchasePage(c, { form: { typed, mistakes: [] }, overtaken: true })
  return c.redirect(`${spotPurchasePath(partnership.slug, idOf(c))}?done=saved`, 303)
}
