import { Hono } from 'hono'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { organisationNames } from '../../providers/index.ts'
import { contractPath } from '../register/paths.ts'
import { attempt } from './attempt-routes.ts'
import { awardContract } from './commands/award-contract.ts'
import { beginDraft, draftMark, forgetDraft } from './commands/keep-draft.ts'
import { documentChoices, documentIn, largestForm, withFileKept } from './document-routes.ts'
import { draftOf } from './draft-request-routes.ts'
import { type DraftContent, readDraft } from './forms/draft.ts'
import { readStart } from './forms/start-form.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { changeDetailPath, draftDetailsPath, draftLotPath, draftPath, draftPricesPath } from './paths.ts'
import { choicesOf, keyNames } from './queries/choices.ts'
import { draftsOf } from './queries/drafts.ts'
import { asAsker, formSent } from './request-routes.ts'
import { DraftCheckPage } from './views/draft-check-page.tsx'
import { NewContractPage } from './views/new-contract-page.tsx'

/** Where a contract is begun, and where it is awarded. */
export const awardRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/new', declare('contracts.write', 'contracts.new'), (c) => showNew(c, {}))
    .post('/:partnership/contracts/new', declare('contracts.write', 'contracts.begin'), async (c) => {
      const { typed } = await formSent(c)
      const mistakes = readStart(typed)
      if (mistakes.length > 0) return showNew(c, typed, mistakes)
      const { partnership, actor } = staffPartnership(c)
      const { reference } = await asAsker(c, (db) =>
        beginDraft(db, actor, { partnership, content: { details: typed, lots: [], award: {} }, at: c.var.clock.now() }),
      )
      return c.redirect(draftDetailsPath(partnership.slug, reference), 303)
    })
    .get('/:partnership/contracts/new/:reference/check', declare('contracts.write', 'contracts.check-draft'), (c) =>
      showCheck(c, {}),
    )
    .post(
      '/:partnership/contracts/new/:reference/check',
      declare('contracts.write', 'contracts.award', { body: largestForm }),
      award,
    )

async function showNew(c: MercatContext, typed: Typed, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership } = staffPartnership(c)
  const content = await asAsker(c, async (db) => ({
    choices: await choicesOf(db, partnership, londonDate(c.var.clock.now())),
    drafts: await draftsOf(db, partnership.id),
  }))
  return page(
    c,
    <NewContractPage
      partnership={partnership}
      form={{ typed, mistakes }}
      dropped={c.req.query('dropped')}
      {...content}
    />,
    mistakes.length > 0 ? 422 : 200,
  )
}

async function award(c: MercatContext): Promise<Response> {
  const sent = await formSent(c)
  const { partnership, actor, draft } = await draftOf(c)
  const { contractId } = draft
  const kept = await withFileKept(c, sent, { partnership, actor, contractId })
  const { typed } = kept
  const read = readDraft(draft.content)
  const reason = first(typed, 'reason')
  const mistakes: Mistake[] = [
    ...kept.mistakes,
    ...(reason === '' ? [{ field: 'reason', sentence: 'Enter the reason for the award' }] : []),
    ...(first(typed, 'mark') === draftMark(draft.content)
      ? []
      : [
          {
            sentence: `${draft.changedBy ?? 'A colleague'} changed the draft while you looked at it. It stands below as it is now; look at it again before you award it.`,
          },
        ]),
  ]
  if (read.mistakes || mistakes.length > 0) return showCheck(c, typed, mistakes)
  const { done: outcome, refused } = await attempt(() =>
    asAsker(c, async (db) => {
      const documentId = documentIn(typed, await documentChoices(db, partnership.id, contractId))
      const at = c.var.clock.now()
      const asked = {
        partnership,
        contractId,
        award: read.award,
        effectiveOn: read.award.term.from,
        reason,
        documentId,
      }
      const published = first(typed, 'published') === 'yes'
      const became = await awardContract(db, actor, { ...asked, published, through: 'award', at })
      if (became.outcome === 'applied') await forgetDraft(db, partnership.id, contractId)
      return became
    }),
  )
  if (refused) return showCheck(c, typed, [refused])
  const { slug } = partnership
  if (outcome.outcome === 'applied') return c.redirect(`${contractPath(slug, draft.reference)}?done=award`, 303)
  if (outcome.outcome === 'proposed')
    return c.redirect(`${changeDetailPath(slug, outcome.changeId)}?done=proposed`, 303)
  if (outcome.outcome === 'refused') return showCheck(c, typed, [{ field: outcome.field, sentence: outcome.sentence }])
  return c.redirect(contractPath(slug, draft.reference), 303)
}

async function showCheck(c: MercatContext, typed: Typed, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership, draft } = await draftOf(c)
  const { slug } = partnership
  const { reference, content, contractId } = draft
  const read = readDraft(content)
  // What can't be awarded is put right where it was typed.
  if (read.mistakes || content.lots.length === 0 || draft.waiting) return c.redirect(draftPath(slug, reference), 303)
  const shown = await asAsker(c, async (db) => ({
    keys: keyNames(await choicesOf(db, partnership, londonDate(c.var.clock.now()))),
    names: await organisationNames(
      db,
      read.award.lots.flatMap((lot) => lot.standings.map(({ organisationId }) => organisationId)),
    ),
    documents: await documentChoices(db, partnership.id, contractId),
  }))
  return page(
    c,
    <DraftCheckPage
      partnership={partnership}
      reference={reference}
      award={read.award}
      mark={draftMark(content)}
      form={{ typed, mistakes }}
      elsewhere={new Map(mistakes.flatMap(({ field }) => placeOf(field, { slug, reference, content })))}
      {...shown}
    />,
    mistakes.length > 0 ? 422 : 200,
  )
}

interface Place {
  readonly slug: string
  readonly reference: string
  readonly content: DraftContent
}

/** The page of a draft on which a part of the award is put right. */
function placeOf(field: string | undefined, { slug, reference, content }: Place): [string, string][] {
  if (field === undefined || ['reason', 'file', 'document'].includes(field)) return []
  const [, at, part] = /^lots\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
  const lot = at === undefined ? undefined : content.lots[Number(at)]
  if (!lot) return [[field, field === 'lots' ? draftPath(slug, reference) : draftDetailsPath(slug, reference)]]
  const prices = part === 'rates' || part === 'caps'
  return [[field, prices ? draftPricesPath(slug, reference, lot.id) : draftLotPath(slug, reference, lot.id)]]
}
