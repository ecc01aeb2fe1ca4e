import { Hono } from 'hono'
import type { Db } from '../../core/db/index.ts'
import { conflict, notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { type Id, isId, isIsoDate, londonDate } from '../../core/values/index.ts'
import type { AskedChange } from '../change.ts'
import { contractPath } from '../register/paths.ts'
import { attempt } from './attempt-routes.ts'
import { askChange } from './commands/ask-change.ts'
import { setContractPublished } from './commands/publish-contract.ts'
import { conflictView } from './conflict-routes.tsx'
import { documentChoices, documentIn, largestForm, withFileKept } from './document-routes.ts'
import { dayShown, emptyForm, fieldOfRefusal, formLike, readChange } from './forms/change-form.ts'
import { conflictsIn, unchosen, withChosen } from './forms/chosen-answers.ts'
import { type FormKind, isFormKind } from './forms/form-kind.ts'
import { dateTyped, first, type Mistake, type Typed } from './forms/typed.ts'
import { mergeDetail } from './merge-detail.ts'
import { changeDetailPath, changePath } from './paths.ts'
import { foundFor, organisationOf } from './provider-routes.ts'
import { type ChangeRow, changeById, changesWaitingOf, contractInVersion } from './queries/changes.ts'
import { choicesOf } from './queries/choices.ts'
import { asAsker, contractOf, formSent, meant } from './request-routes.ts'
import { ChangeChoicePage } from './views/change-choice-page.tsx'
import { ChangeFormPage } from './views/change-form-page.tsx'

/** Where a change to a contract is chosen, and the form for each kind. */
export const changeFormRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/:reference/change', declare('contracts.write', 'contracts.change'), async (c) => {
      const content = await asAsker(c, async (db) => {
        const { partnership, contract } = await contractOf(db, c)
        return { partnership, contract, waiting: await changesWaitingOf(db, partnership.id, contract.id) }
      })
      return page(c, <ChangeChoicePage {...content} />)
    })
    .post(
      '/:partnership/contracts/:reference/change',
      declare('contracts.write', 'contracts.list-publicly'),
      async (c) => {
        const { asked } = await formSent(c)
        const path = await asAsker(c, async (db) => {
          const { partnership, actor, contract } = await contractOf(db, c)
          if (contract.sharedFrom)
            throw conflict('This contract is led by another partnership, which makes its changes.')
          const told = { partnershipId: partnership.id, contractId: contract.id, published: asked === 'publish' }
          await setContractPublished(db, actor, { ...told, at: c.var.clock.now() })
          return changePath(partnership.slug, contract.reference)
        })
        return c.redirect(path, 303)
      },
    )
    .get('/:partnership/contracts/:reference/change/:kind', declare('contracts.write', 'contracts.change-form'), (c) =>
      showForm(c),
    )
    .post(
      '/:partnership/contracts/:reference/change/:kind',
      declare('contracts.write', 'contracts.ask-change', { body: largestForm }),
      async (c) => {
        const kind = kindOf(c)
        const sent = await formSent(c)
        const does = meant(sent)
        if (does === 'find' || does === 'look') return showForm(c, { typed: sent.typed })
        if (does === 'more-rows') return showForm(c, { typed: withMoreRows(sent.typed) })
        const { partnership, actor, contract } = await asAsker(c, (db) => contractOf(db, c))
        const kept = await withFileKept(c, sent, { partnership, actor, contractId: contract.id })
        if (unchosen(kept.typed).length > 0) return conflictView(c, { kind, typed: kept.typed, incomplete: true })
        const typed = await withOrganisation(c, await chosenIn(c, kept.typed))
        const read = readChange(kind, typed)
        const mistakes = [...kept.mistakes, ...(read.mistakes ?? [])]
        if (read.mistakes || mistakes.length > 0) return showForm(c, { typed, mistakes })
        const at = c.var.clock.now()
        const { done: outcome, refused } = await attempt(() =>
          asAsker(c, async (db) => {
            const documentId = documentIn(typed, await documentChoices(db, partnership.id, contract.id))
            const asked = await onItsDay(db, c, { ...read.read, documentId }, typed)
            return askChange(db, actor, { partnership, contractId: contract.id, asked, at })
          }),
        )
        if (refused) return showForm(c, { typed, mistakes: [refused] })
        const { slug } = partnership
        if (outcome.outcome === 'conflict') return conflictView(c, { kind, typed })
        if (outcome.outcome === 'proposed')
          return c.redirect(`${changeDetailPath(slug, outcome.changeId)}?done=proposed`, 303)
        if (outcome.outcome === 'applied')
          return c.redirect(`${contractPath(slug, contract.reference)}?done=${kind}`, 303)
        const { field, sentence } = outcome
        return showForm(c, { typed, mistakes: [{ field: fieldOfRefusal(kind, field), sentence }] })
      },
    )

function kindOf(c: MercatContext): FormKind {
  const kind = c.req.param('kind') ?? ''
  if (!isFormKind(kind)) throw notFound('This form')
  return kind
}

const withMoreRows = (typed: Typed): Typed => ({ ...typed, rows: [String(Number(first(typed, 'rows')) + 5)] })

/** The form with the organisation of the provider that was chosen, which may have to be added first. */
async function withOrganisation(c: MercatContext, typed: Typed): Promise<Typed> {
  const chosen = first(typed, 'organisation')
  if (!chosen.startsWith('register:')) return typed
  const id = await organisationOf(c, chosen)
  return { ...typed, organisation: [id ? `known:${id}` : ''] }
}

/** The form with the answers that were chosen between two people's. */
async function chosenIn(c: MercatContext, typed: Typed): Promise<Typed> {
  if (conflictsIn(typed).length === 0) return withChosen(typed, undefined)
  const effective = dateTyped(typed, 'effective')
  const { contract } = await asAsker(c, (db) => contractOf(db, c, isIsoDate(effective) ? effective : undefined))
  return withChosen(typed, contract.detail)
}

/**
 * A variation as it is meant: the form shows what is said on one day, mostly today, so that what is already to be
 * different by the day of the variation stays, unless it was answered anew.
 */
async function onItsDay(db: Db, c: MercatContext, asked: AskedChange, typed: Typed): Promise<AskedChange> {
  if (asked.change.kind !== 'variation') return asked
  const { contract: shown } = await contractOf(db, c, dayShown(typed, londonDate(c.var.clock.now())))
  const { contract } = await contractOf(db, c, asked.effectiveOn)
  const { merged } = mergeDetail(shown.detail, { theirs: contract.detail, mine: asked.change.detail })
  return { ...asked, change: { ...asked.change, detail: merged } }
}

interface Shown {
  readonly typed: Typed
  readonly mistakes?: readonly Mistake[]
}

async function showForm(c: MercatContext, shown?: Shown): Promise<Response> {
  const kind = kindOf(c)
  const content = await asAsker(c, async (db) => {
    const { partnership, contract } = await contractOf(db, c)
    const today = londonDate(c.var.clock.now())
    const about = c.req.query()
    const like =
      about.like !== undefined && isId(about.like) ? await changeById(db, partnership.id, about.like) : undefined
    const opened: Typed = {
      ...emptyForm(kind, contract, today),
      ...(like?.kind === kind && like.contractId === contract.id ? await formAgain(db, c, partnership.id, like) : {}),
      ...Object.fromEntries(
        (['option', 'place', 'lot', 'from'] as const).flatMap((name) =>
          about[name] ? [[name, [about[name]]] as const] : [],
        ),
      ),
    }
    const typed = shown?.typed ?? opened
    return {
      partnership,
      contract,
      form: { typed, mistakes: shown?.mistakes ?? [] },
      choices: await choicesOf(db, partnership, today),
      found: await foundFor(db, partnership, typed),
      documents: await documentChoices(db, partnership.id, contract.id),
    }
  })
  return page(c, <ChangeFormPage kind={kind} {...content} />, content.form.mistakes.length > 0 ? 422 : 200)
}

/** The form of a change that is asked for again, on the contract as it stands: what others varied since is not set back. */
async function formAgain(db: Db, c: MercatContext, partnershipId: Id, change: ChangeRow): Promise<Typed> {
  const { asked, effectiveOn, reason, baseVersion } = change
  if (asked.kind !== 'variation') return formLike({ change: asked, effectiveOn, reason })
  const { contract } = await contractOf(db, c, effectiveOn)
  const then = { version: baseVersion, on: effectiveOn }
  const base = await contractInVersion(db, partnershipId, contract.id, then)
  const { merged } = mergeDetail((base ?? contract).detail, { theirs: contract.detail, mine: asked.detail })
  return { ...formLike({ change: { ...asked, detail: merged }, effectiveOn, reason }), shown: [effectiveOn] }
}
