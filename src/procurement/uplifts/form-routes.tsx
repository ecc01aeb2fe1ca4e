import { Hono } from 'hono'
import { asActor, type Db } from '../../core/db/index.ts'
import { conflict, notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import type { Id } from '../../core/values/index.ts'
import { careGroups } from '../../providers/index.ts'
import { largestForm } from '../changes/document-routes.ts'
import { first, type Mistake, type Typed } from '../changes/forms/typed.ts'
import { formSent } from '../changes/request-routes.ts'
import type { FormState } from '../changes/views/form-fields.tsx'
import { nationalFrameworks } from '../rates/queries/national.ts'
import { draftRound, type RoundAsked, redraftRound } from './commands/draft-round.ts'
import { withDocumentKept } from './document-routes.ts'
import { formOfRound } from './form-of-round.ts'
import { readRound } from './forms.ts'
import { mostTyped, priceField, readNewPrices } from './new-prices.ts'
import { upliftPath } from './paths.ts'
import { keptDocument } from './queries/kept-document.ts'
import { pricedLines } from './queries/priced-lines.ts'
import { upliftRound } from './queries/rounds.ts'
import { scopeOf } from './queries/scope.ts'
import type { UpliftRound } from './round.ts'
import type { UpliftTerms } from './uplift-terms.ts'
import { NewPricesPage } from './views/new-prices-page.tsx'
import { RoundFormPage } from './views/round-form-page.tsx'

const changedMeanwhile: Mistake = {
  sentence: 'A colleague has changed this round since you opened it. What you typed is below; look at the round first.',
}

/** The forms in which a round is written: new, anew, and price by price. */
export const roundFormRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/uplifts/new', declare('rates.uplift', 'uplifts.new'), (c) => {
      const { contract = '', lot = '' } = c.req.query()
      const typed = { about: [contract === '' ? '' : 'contract'], contract: [contract], lot: [lot], way: ['percent'] }
      return showForm(c, { typed, mistakes: [] })
    })
    .post('/:partnership/uplifts/new', declare('rates.uplift', 'uplifts.draft', { body: largestForm }), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { typed, mistakes: wrong } = await withDocumentKept(c, await formSent(c))
      const written = await asActor(c.var.database, actor, async (db) => {
        const read = await readInto(db, partnership.id, typed, { wrong })
        if ('mistakes' in read) return read
        return { reference: await draftRound(db, actor, { partnership, asked: read.asked, at: c.var.clock.now() }) }
      })
      if ('mistakes' in written) return showForm(c, { typed, mistakes: written.mistakes })
      return c.redirect(`${upliftPath(partnership.slug, written.reference)}?done=drafted`, 303)
    })
    .get('/:partnership/uplifts/:reference/edit', declare('rates.uplift', 'uplifts.edit'), async (c) => {
      const round = await draftNamed(c)
      return showForm(c, { typed: formOfRound(round), mistakes: [] }, round)
    })
    .post(
      '/:partnership/uplifts/:reference/edit',
      declare('rates.uplift', 'uplifts.redraft', { body: largestForm }),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed, mistakes: wrong } = await withDocumentKept(c, await formSent(c))
        const round = await draftNamed(c)
        const mistakes = await asActor(c.var.database, actor, async (db) => {
          const read = await readInto(db, partnership.id, typed, { wrong, before: round.terms })
          if ('mistakes' in read) return read.mistakes
          return (await redraft(db, c, round, Number(first(typed, 'version')), read.asked)) ? [] : [changedMeanwhile]
        })
        if (mistakes.length > 0) return showForm(c, { typed, mistakes }, round)
        return c.redirect(upliftPath(partnership.slug, round.reference), 303)
      },
    )
    .get('/:partnership/uplifts/:reference/prices', declare('rates.uplift', 'uplifts.prices'), async (c) => {
      const round = await draftNamed(c)
      const { change } = round.terms
      const typed = Object.fromEntries(
        change.kind === 'prices'
          ? change.prices.map(({ lineId, pence }) => [priceField(lineId), [(pence / 100).toFixed(2)]])
          : [],
      )
      return showPrices(c, round, { typed, mistakes: [] })
    })
    .post('/:partnership/uplifts/:reference/prices', declare('rates.uplift', 'uplifts.type-prices'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const { typed } = await formSent(c)
      const round = await draftNamed(c)
      const { title, from, reason, terms, document } = round
      const mistakes = await asActor(c.var.database, actor, async (db) => {
        const read = readNewPrices(await typedLines(db, partnership.id, round), typed)
        if (read.mistakes) return read.mistakes
        const change = { kind: 'prices' as const, prices: read.read }
        const asked = { title, from, reason, document, terms: { ...terms, change } }
        return (await redraft(db, c, round, Number(first(typed, 'version')), asked)) ? [] : [changedMeanwhile]
      })
      if (mistakes.length > 0) return showPrices(c, round, { typed, mistakes })
      return c.redirect(upliftPath(partnership.slug, round.reference), 303)
    })

/** A round that can still be written; one that is settled is not. */
async function draftNamed(c: MercatContext): Promise<UpliftRound> {
  const { partnership, actor } = staffPartnership(c)
  const round = await asActor(c.var.database, actor, (db) =>
    upliftRound(db, partnership.id, c.req.param('reference') ?? ''),
  )
  if (!round) throw notFound('This round')
  if (round.state !== 'draft')
    throw conflict(
      'This round is settled and can’t be changed any more.',
      'Start another round for what is to change now.',
    )
  return round
}

/** Reads the form and finds what it names; new prices that were typed before stay with the same contract. */
async function readInto(
  db: Db,
  partnershipId: Id,
  typed: Typed,
  { wrong, before }: { readonly wrong: readonly Mistake[]; readonly before?: UpliftTerms },
): Promise<{ asked: RoundAsked } | { mistakes: readonly Mistake[] }> {
  const read = readRound(typed)
  if (read.mistakes || wrong.length > 0) return { mistakes: [...(read.mistakes ?? []), ...wrong] }
  const { title, from, reason, about } = read.read
  const found = await scopeOf(db, partnershipId, about)
  if ('mistake' in found) return { mistakes: [found.mistake] }
  const { scope } = found
  const same =
    before?.change.kind === 'prices' &&
    'contractId' in scope &&
    'contractId' in before.scope &&
    scope.contractId === before.scope.contractId
  const change = read.read.change.kind === 'prices' && same ? before.change : read.read.change
  const [name, digest] = [first(typed, 'documentName'), first(typed, 'documentDigest')]
  const document = digest === '' ? null : await keptDocument(db, partnershipId, { name, digest })
  return { asked: { title, from, reason, document, terms: { scope, change } } }
}

function redraft(db: Db, c: MercatContext, round: UpliftRound, version: number, asked: RoundAsked): Promise<boolean> {
  const { partnership, actor } = staffPartnership(c)
  return redraftRound(db, actor, { partnershipId: partnership.id, id: round.id, version, asked, at: c.var.clock.now() })
}

async function showForm(c: MercatContext, form: FormState, round?: UpliftRound): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const lists = await asActor(c.var.database, actor, async (db) => ({
    careGroups: (await careGroups(db)).map(({ key, name }) => ({ value: key, text: name })),
    frameworks: (await nationalFrameworks(db))
      .filter(({ nation }) => nation === null || nation === partnership.nation)
      .map(({ key, owner, title }) => ({ value: key, text: `${owner}: ${title}` })),
  }))
  const view = <RoundFormPage partnership={partnership} form={form} round={round} {...lists} />
  return page(c, view, form.mistakes.length > 0 ? 422 : 200)
}

async function typedLines(db: Db, partnershipId: Id, round: UpliftRound) {
  const lines = await pricedLines(db, partnershipId, round.terms.scope, round.from)
  if (lines.length > mostTyped)
    throw conflict(
      `This contract has more than ${mostTyped} prices, too many to type one by one.`,
      'Make a round for one lot of it, or use a percentage.',
    )
  return lines
}

async function showPrices(c: MercatContext, round: UpliftRound, form: FormState): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const lines = await asActor(c.var.database, actor, (db) => typedLines(db, partnership.id, round))
  const view = <NewPricesPage partnership={partnership} round={round} lines={lines} form={form} />
  return page(c, view, form.mistakes.length > 0 ? 422 : 200)
}
