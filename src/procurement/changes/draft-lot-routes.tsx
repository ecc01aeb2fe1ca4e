import { Hono } from 'hono'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { type Id, isId, londonDate, newId } from '../../core/values/index.ts'
import { organisationNames } from '../../providers/index.ts'
import { draftMark } from './commands/keep-draft.ts'
import { draftOf, keep, markOf, type Shown, statusOf } from './draft-request-routes.ts'
import type { DraftLot } from './forms/draft.ts'
import { emptyLot, type LotTyped, lotTyped, readLot, withoutPlace, withPlace } from './forms/lot-form.ts'
import { readCaps, readPrices } from './forms/price-rows.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { draftPath, draftPricesPath } from './paths.ts'
import { organisationOf } from './provider-routes.ts'
import { choicesOf } from './queries/choices.ts'
import type { Draft } from './queries/drafts.ts'
import { providersNamed } from './queries/providers.ts'
import { asAsker, formSent, meant } from './request-routes.ts'
import { DraftLotsPage } from './views/draft-lots-page.tsx'
import { LotPage } from './views/lot-page.tsx'
import { PricesPage } from './views/prices-page.tsx'

const at = '/:partnership/contracts/new/:reference'

/** The lots of a contract that is being made, with their providers and prices. */
export const draftLotRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(`${at}/lots`, declare('contracts.write', 'contracts.draft-lots'), (c) => showLots(c, {}))
    .post(`${at}/lots`, declare('contracts.write', 'contracts.make-draft-lots'), async (c) => {
      const { typed } = await formSent(c)
      const { partnership, draft } = await draftOf(c)
      const { areas } = await asAsker(c, (db) => choicesOf(db, partnership, londonDate(c.var.clock.now())))
      const chosen = areas.filter(({ value }) => typed.areas?.includes(value))
      if (chosen.length === 0) return showLots(c, typed, [{ field: 'areas', sentence: 'Choose at least one area' }])
      const before = draft.content.lots.length
      const made = chosen.map(
        ({ value, text }, index): DraftLot => ({
          id: newId(),
          lot: {
            ...emptyLot,
            number: String(before + index + 1),
            name: text,
            areas: [value],
            needsLead: first(typed, 'needsLead') === 'yes',
          },
          prices: {},
        }),
      )
      const trouble = await keep(c, { ...draft.content, lots: [...draft.content.lots, ...made] })
      if (trouble) return showLots(c, typed, [trouble])
      return c.redirect(draftPath(partnership.slug, draft.reference), 303)
    })
    .get(`${at}/lots/:lot`, declare('contracts.write', 'contracts.draft-lot'), (c) => showLot(c))
    .post(`${at}/lots/:lot`, declare('contracts.write', 'contracts.keep-draft-lot'), keepLot)
    .get(`${at}/prices/:lot`, declare('contracts.write', 'contracts.draft-prices'), (c) => showPrices(c))
    .post(`${at}/prices/:lot`, declare('contracts.write', 'contracts.keep-draft-prices'), async (c) => {
      const sent = await formSent(c)
      const { mark: _, ...typed } = sent.typed
      if (meant(sent) === 'more-rows')
        return showPrices(c, { sent, typed: { ...typed, rows: [String(Number(first(typed, 'rows')) + 5)] } })
      const mistakes = [...(readCaps(typed).mistakes ?? []), ...(readPrices(typed).mistakes ?? [])]
      if (mistakes.length > 0) return showPrices(c, { sent, typed, mistakes })
      const { partnership, draft } = await draftOf(c)
      const lot = lotOf(draft, c)
      const lots = draft.content.lots.map((one) => (one.id === lot.id ? { ...one, prices: typed } : one))
      const trouble = await keep(c, { ...draft.content, lots }, { sent, part: lot.prices })
      if (trouble) return showPrices(c, { sent, typed, mistakes: [trouble], mark: draftMark(lot.prices) })
      return c.redirect(draftPath(partnership.slug, draft.reference), 303)
    })

async function showLots(c: MercatContext, typed: Typed, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership, draft } = await draftOf(c)
  const choices = await asAsker(c, (db) => choicesOf(db, partnership, londonDate(c.var.clock.now())))
  return page(
    c,
    <DraftLotsPage
      partnership={partnership}
      reference={draft.reference}
      form={{ typed, mistakes }}
      choices={choices}
    />,
    statusOf(mistakes),
  )
}

function lotOf(draft: Draft, c: MercatContext): DraftLot {
  const lot = draft.content.lots.find(({ id }) => id === c.req.param('lot'))
  if (!lot) throw notFound('This lot', 'It may have been taken out of the draft.')
  return lot
}

interface LotShown {
  readonly lot: LotTyped
  readonly mark: string
  readonly letters?: string
  readonly find?: boolean
  readonly mistakes?: readonly Mistake[]
}

async function showLot(c: MercatContext, shown?: LotShown): Promise<Response> {
  const { partnership, draft } = await draftOf(c)
  const isNew = c.req.param('lot') === 'new'
  const standing = isNew ? undefined : lotOf(draft, c)
  const lot = shown?.lot ?? standing?.lot ?? { ...emptyLot, number: nextNumber(draft.content.lots) }
  const letters = shown?.letters ?? ''
  const { mistakes = [] } = shown ?? {}
  const content = await asAsker(c, async (db) => ({
    choices: await choicesOf(db, partnership, londonDate(c.var.clock.now())),
    names: await organisationNames(
      db,
      lot.places.map(({ organisation }) => organisation),
    ),
    found: shown?.find ? await providersNamed(db, partnership, letters) : undefined,
  }))
  return page(
    c,
    <LotPage
      partnership={partnership}
      draft={{ reference: draft.reference, title: first(draft.content.details, 'title') }}
      lotId={isNew ? 'new' : (standing?.id ?? 'new')}
      lot={lot}
      mark={shown?.mark ?? draftMark(standing?.lot)}
      letters={letters}
      mistakes={mistakes}
      {...content}
    />,
    statusOf(mistakes),
  )
}

/** The first lot has no number: most contracts are one whole. */
const nextNumber = (lots: readonly DraftLot[]): string => (lots.length === 0 ? '' : String(lots.length + 1))

async function keepLot(c: MercatContext): Promise<Response> {
  const sent = await formSent(c)
  const does = meant(sent)
  const lot = lotTyped(sent.typed)
  const mark = first(sent.typed, 'mark')
  const letters = first(sent.typed, 'find')
  const [verb = '', what = ''] = does.split(' ')
  if (verb === 'find') return showLot(c, { lot, mark, letters, find: true })
  if (verb === 'remove') return showLot(c, { lot: isId(what) ? withoutPlace(lot, what) : lot, mark, letters })
  if (verb === 'add') {
    const organisation = await organisationOf(c, what)
    return showLot(c, { lot: organisation ? withPlace(lot, organisation) : lot, mark, letters, find: true })
  }
  const { partnership, draft } = await draftOf(c)
  const { slug } = partnership
  const isNew = c.req.param('lot') === 'new'
  const standing = isNew ? undefined : lotOf(draft, c)
  const id: Id = standing?.id ?? newId()
  const mistakes = verb === 'drop' ? [] : (readLot(lot).mistakes ?? [])
  if (mistakes.length > 0) return showLot(c, { lot, mark, letters, mistakes })
  const others = draft.content.lots.filter((one) => one.id !== id)
  const lots =
    verb === 'drop'
      ? others
      : standing
        ? draft.content.lots.map((one) => (one.id === id ? { ...one, lot } : one))
        : [...others, { id, lot, prices: {} }]
  const trouble = await keep(c, { ...draft.content, lots }, { sent, part: standing?.lot })
  if (trouble) return showLot(c, { lot, mark: draftMark(standing?.lot), letters, mistakes: [trouble] })
  return c.redirect(
    verb === 'drop' ? draftPath(slug, draft.reference) : draftPricesPath(slug, draft.reference, id),
    303,
  )
}

async function showPrices(c: MercatContext, shown?: Shown): Promise<Response> {
  const { partnership, draft } = await draftOf(c)
  const { id, lot, prices } = lotOf(draft, c)
  const names = await asAsker(c, (db) =>
    organisationNames(
      db,
      lot.places.map(({ organisation }) => organisation),
    ),
  )
  const mistakes = shown?.mistakes ?? []
  return page(
    c,
    <PricesPage
      partnership={partnership}
      draft={{ reference: draft.reference, title: first(draft.content.details, 'title') }}
      lot={{
        id,
        text: lot.number || lot.name ? `lot ${[lot.number, lot.name].filter(Boolean).join(', ')}` : 'the contract',
      }}
      mark={markOf(shown, prices)}
      form={{ typed: shown?.typed ?? prices, mistakes }}
      providers={lot.places.map(({ organisation }) => ({
        value: organisation,
        text: names.get(organisation) ?? 'A provider',
      }))}
      national={first(draft.content.details, 'nationalFramework') !== ''}
    />,
    statusOf(mistakes),
  )
}
