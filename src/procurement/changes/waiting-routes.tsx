import { Hono } from 'hono'
import { type Actor, may, type Partnership, type Role, roleNames } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { type IsoDate, isId, londonDate } from '../../core/values/index.ts'
import { organisationNames } from '../../providers/index.ts'
import type { Contract } from '../contract.ts'
import type { Authority } from '../planning/authority.ts'
import { ensureAuthorities } from '../planning/commands/ensure-authorities.ts'
import { authoritiesOf } from '../planning/queries/authorities.ts'
import { contractAt, contractsAt } from '../queries/contract.ts'
import { contractPath } from '../register/paths.ts'
import { attempt } from './attempt-routes.ts'
import { changeSentence, organisationsIn } from './change-words.ts'
import { awardWorth, changeWorth, type Worth } from './change-worth.ts'
import { approveChange } from './commands/approve-change.ts'
import { declineChange } from './commands/decline-change.ts'
import { forgetDraft } from './commands/keep-draft.ts'
import { contractDifferences, type Difference, type KeyNames } from './contract-differences.ts'
import { approversOf } from './covering-authority.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { mergeDetail } from './merge-detail.ts'
import { changeDetailPath } from './paths.ts'
import {
  type ChangeRow,
  changeById,
  changesPerPage,
  changesSince,
  changesWaiting,
  contractInVersion,
  countWaiting,
  dayToCompare,
} from './queries/changes.ts'
import { choicesOf, keyNames } from './queries/choices.ts'
import { asAsker, formSent, mayWrite } from './request-routes.ts'
import { ChangeDetailPage } from './views/change-detail-page.tsx'
import { WaitingPage } from './views/waiting-page.tsx'

/** The changes that wait for approval, and each of them with its approval. */
export const waitingRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/changes', declare('contracts.read', 'contracts.changes-waiting'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const asked = /^[1-9]\d{0,3}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1
      const on = londonDate(c.var.clock.now())
      const content = await asAsker(c, async (db) => {
        const total = await countWaiting(db, partnership.id)
        const rows = await changesWaiting(db, partnership.id, asked)
        const ids = [...new Set(rows.map(({ contractId }) => contractId))]
        const contracts = await contractsAt(db, partnership.id, ids, { on })
        const names = await organisationNames(
          db,
          rows.flatMap((row) => organisationsIn(row.asked)),
        )
        const authorities = await authoritiesFor(db, partnership, on)
        const waiting = rows.map((change) => {
          const contract = contracts.find(({ id }) => id === change.contractId)
          const { approvers, yours } = deciders(change, contract, authorities, actor)
          return {
            change,
            title: titleOf(change, contract),
            sentence: changeSentence(change.asked, change.effectiveOn, { contract, names }),
            yours,
            approvers,
            moved: change.contractVersion > change.baseVersion,
          }
        })
        return { waiting, total, page: asked, pages: Math.ceil(total / changesPerPage) }
      })
      return page(c, <WaitingPage partnership={partnership} {...content} />)
    })
    .get('/:partnership/contracts/changes/:id', declare('contracts.read', 'contracts.change-detail'), (c) =>
      showChange(c, {}),
    )
    .post('/:partnership/contracts/changes/:id', declare('contracts.approve', 'contracts.decide-change'), decide)

const authoritiesFor = async (db: Db, partnership: Partnership, on: IsoDate): Promise<Authority[]> => {
  await ensureAuthorities(db, partnership.id)
  return authoritiesOf(db, partnership.id, on)
}

/** Who may approve a change, in words, and whether the reader may. */
function deciders(
  change: ChangeRow,
  contract: Contract | undefined,
  authorities: readonly Authority[],
  actor: Extract<Actor, { kind: 'staff' }>,
): { approvers: string; yours: boolean } {
  const roles = approversOf(authorities, { kind: change.kind, worth: worthOf(change, contract) })
  return {
    approvers: roles.length === 0 ? 'nobody: no authority reaches so far' : roles.map(withArticle).join(' or '),
    yours: may(actor, 'contracts.approve') && roles.some((role) => actor.roles.includes(role)),
  }
}

const withArticle = (role: Role): string => {
  const name = roleNames[role].toLowerCase()
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

/** What a change commits, by the rule, on the contract as it stands. */
function worthOf(
  { asked, effectiveOn, reason, baseVersion, kind, valuePence }: ChangeRow,
  contract: Contract | undefined,
): Worth {
  if (kind === 'award' && asked.kind === 'award') return awardWorth(asked)
  if (!contract || asked.kind !== kind) return { pence: valuePence, known: true }
  return changeWorth(contract, { change: asked, effectiveOn, reason, documentId: null, baseVersion })
}

const titleOf = ({ asked, reference }: ChangeRow, contract: Contract | undefined): string =>
  contract?.detail.title ?? (asked.kind === 'award' ? asked.detail.title : reference)

interface Shown {
  readonly typed?: Typed
  readonly mistakes?: readonly Mistake[]
  /** The contract moved on while it was looked at. */
  readonly moved?: boolean
}

async function showChange(c: MercatContext, { typed = {}, mistakes = [], moved = false }: Shown): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound('This change')
  const on = londonDate(c.var.clock.now())
  const done = c.req.query('done')
  const content = await asAsker(c, async (db) => {
    const change = await changeById(db, partnership.id, id)
    const then = { on: change.effectiveOn }
    const contract = await contractAt(db, partnership.id, { id: change.contractId }, then)
    const names = await organisationNames(db, organisationsIn(change.asked))
    const authorities = await authoritiesFor(db, partnership, on)
    const keys = keyNames(await choicesOf(db, partnership, on))
    const waits = change.state === 'proposed'
    const base =
      contract && (await contractInVersion(db, partnership.id, contract.id, { version: change.baseVersion, ...then }))
    const since = waits ? await changesSince(db, partnership.id, change.contractId, change.baseVersion) : []
    const { approvers, yours } = deciders(change, contract, authorities, actor)
    return {
      change,
      contract,
      title: titleOf(change, contract),
      sentence: changeSentence(change.asked, change.effectiveOn, { contract, names }),
      varied: varied(change, { base, contract: waits ? contract : undefined }, keys),
      since,
      differences: await movedOn(db, partnership, { change, since, keys }),
      mayApprove: waits && yours,
      approvers,
    }
  })
  return page(
    c,
    <ChangeDetailPage
      partnership={partnership}
      mayWrite={mayWrite(c)}
      done={done === 'proposed' || done === 'declined' ? done : undefined}
      form={{ typed, mistakes }}
      {...content}
    />,
    moved ? 409 : mistakes.length > 0 ? 422 : 200,
  )
}

/** What the version on which a change was asked and the present one say differently. */
async function movedOn(
  db: Db,
  partnership: Partnership,
  {
    change,
    since,
    keys,
  }: { readonly change: ChangeRow; readonly since: readonly ChangeRow[]; readonly keys: KeyNames },
): Promise<Difference[]> {
  if (since.length === 0) return []
  const on = dayToCompare(change.effectiveOn, since)
  const now = await contractAt(db, partnership.id, { id: change.contractId }, { on })
  const base = await contractInVersion(db, partnership.id, change.contractId, { version: change.baseVersion, on })
  return now && base ? contractDifferences(base, now, keys) : []
}

/** What a variation says differently: from the contract as it stands while it waits, from the one it was made on after. */
function varied(
  { asked }: ChangeRow,
  { base, contract }: { readonly base: Contract | undefined; readonly contract: Contract | undefined },
  keys: KeyNames,
): Difference[] {
  if (!base || asked.kind !== 'variation') return []
  const stands = contract ?? base
  const { merged } = mergeDetail(base.detail, { theirs: stands.detail, mine: asked.detail })
  return contractDifferences(stands, { ...stands, detail: merged }, keys)
}

async function decide(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked } = await formSent(c)
  const changeId = c.req.param('id') ?? ''
  if (!isId(changeId)) throw notFound('This change')
  const words = first(typed, 'words')
  const seen = first(typed, 'seen')
  const decision = { partnership, changeId, words, at: c.var.clock.now() }
  const { slug } = partnership
  if (asked === 'decline') {
    const { done: outcome, refused } = await attempt(() => asAsker(c, (db) => declineChange(db, actor, decision)))
    if (refused) return showChange(c, { typed, mistakes: [refused] })
    if (outcome.outcome === 'refused') return showChange(c, { typed, mistakes: [mistakeOf(outcome)] })
    return c.redirect(`${changeDetailPath(slug, changeId)}?done=declined`, 303)
  }
  const { done, refused } = await attempt(() =>
    asAsker(c, async (db) => {
      const change = await changeById(db, partnership.id, changeId)
      const seenVersion = /^\d{1,9}$/.test(seen) ? { seenVersion: Number(seen) } : {}
      const outcome = await approveChange(db, actor, { ...decision, ...seenVersion })
      if (outcome.outcome === 'applied' && change.kind === 'award')
        await forgetDraft(db, partnership.id, change.contractId)
      return { outcome, change }
    }),
  )
  if (refused) return showChange(c, { typed, mistakes: [refused] })
  const { outcome, change } = done
  if (outcome.outcome === 'refused') return showChange(c, { typed, mistakes: [mistakeOf(outcome)] })
  if (outcome.outcome === 'conflict') {
    const sentence = `The contract was changed to version ${outcome.contract.version} while you looked. See below what is different, and decide again.`
    return showChange(c, { typed, mistakes: [{ sentence }], moved: true })
  }
  if (outcome.outcome === 'applied')
    return c.redirect(`${contractPath(slug, change.reference)}?done=${change.kind}`, 303)
  return c.redirect(changeDetailPath(slug, changeId), 303)
}

/** A refusal at the one field that the page has, when it is about that. */
const mistakeOf = ({
  field,
  sentence,
}: {
  readonly field?: string | undefined
  readonly sentence: string
}): Mistake => ({
  sentence,
  field: field === 'words' || field === 'reason' ? 'words' : undefined,
})
