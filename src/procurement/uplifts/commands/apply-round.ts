import { sql } from 'kysely'
import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { conflict } from '../../../core/errors/index.ts'
import { recordHistories } from '../../../core/history/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import { authorityFor } from '../../changes/queries/covering.ts'
import type { Authority } from '../../planning/authority.ts'
import { wageFloorsOf } from '../../rates/queries/national.ts'
import { procurement } from '../../schema/index.ts'
import { tellShares } from '../../sharing/commands/tell-shares.ts'
import { decideUplift, type UpliftRefusal } from '../decide-uplift.ts'
import type { ModelledLine } from '../model-line.ts'
import { groupOf, modelUplift, type UpliftModel, upliftRule } from '../model-uplift.ts'
import { pricedLines } from '../queries/priced-lines.ts'
import { upliftRound } from '../queries/rounds.ts'
import type { UpliftRound } from '../round.ts'
import { changeWords, scopeWords } from '../uplift-terms.ts'
import { keepRoundDocuments } from './keep-round-documents.ts'
import { slices } from './slices.ts'

/** How applying a round went. */
export type UpliftOutcome =
  | { readonly outcome: 'applied'; readonly changed: number; readonly contracts: number }
  | { readonly outcome: 'refused'; readonly because: UpliftRefusal; readonly sentence: string }
  | { readonly outcome: 'not-found' }

interface Asked {
  readonly partnership: Pick<Partnership, 'id' | 'nation'>
  readonly reference: string
  /** What whoever applies it had before their eyes. */
  readonly seen: { readonly version: number; readonly fingerprint: string }
  readonly at: Date
}

/** Applies a round to all of its prices in one step, or to none. */
export async function applyRound(
  db: Db,
  actor: Actor,
  { partnership, reference, seen, at }: Asked,
): Promise<UpliftOutcome> {
  // Whoever comes second waits here, and then finds the round as the first left it.
  await procurement(db)
    .selectFrom('uplift_round as u')
    .select('u.id')
    .where('u.partnership_id', '=', partnership.id)
    .where('u.reference', '=', reference)
    .forUpdate()
    .execute()
  const round = await upliftRound(db, partnership.id, reference)
  if (!round) return { outcome: 'not-found' }
  const { terms, from } = round
  if (round.state === 'draft')
    await lockContracts(db, partnership.id, await pricedLines(db, partnership.id, terms.scope, from))
  // Read again: only what is read behind the locks cannot change any more.
  const lines = round.state === 'draft' ? await pricedLines(db, partnership.id, terms.scope, from) : []
  const model = modelUplift(lines, terms, from, await wageFloorsOf(db, partnership.nation))
  const decision = decideUplift(round, seen, model)
  if (!decision.allowed) return { outcome: 'refused', because: decision.because, sentence: decision.sentence }
  const asked = { partnershipId: partnership.id, kind: 'uplift' as const, worth: model.worth, on: londonDate(at) }
  const authority = await authorityFor(db, actor, asked)
  if (!authority)
    return {
      outcome: 'refused',
      because: 'no-authority',
      sentence: 'You may not approve a round that commits so much. Somebody with a higher limit can apply it.',
    }
  const changes = await writeChanges(db, actor, { round, model, authority, at })
  const changed = model.lines.filter(({ left }) => left === null)
  await writePrices(db, partnership.id, { round, changed, changes, at })
  await procurement(db)
    .updateTable('uplift_round')
    .set({ state: 'applied', version: round.version + 1, applied_at: at, applied_by: accountOf(actor) })
    .where('partnership_id', '=', partnership.id)
    .where('id', '=', round.id)
    .execute()
  await tellShares(db, partnership.id, [...changes.keys()])
  await record(db, actor, at, {
    event: 'procurement.uplift-applied',
    subject: { kind: 'uplift-round', id: round.id },
    rule: upliftRule,
    payload: {
      reference,
      terms,
      from,
      document: round.document,
      authority: authority.id,
      worth: model.worth,
      fingerprint: model.fingerprint,
      contracts: [...changes.keys()],
      prices: changed.map(({ line, before, after }) => [line.id, before, after]),
    },
  })
  return { outcome: 'applied', changed: changed.length, contracts: changes.size }
}

/** In one order, so that two rounds over the same contracts wait for each other and never for ever. */
async function lockContracts(db: Db, partnershipId: Id, lines: Awaited<ReturnType<typeof pricedLines>>): Promise<void> {
  const ids = [...new Set(lines.map(({ contract }) => contract.id))]
  await sql`select c.id from contract c
    where c.partnership_id = ${partnershipId} and c.id = any(${ids}::uuid[]) order by c.id for update`.execute(
    procurement(db),
  )
}

interface Applied {
  readonly round: UpliftRound
  readonly at: Date
}

/** The next version of every contract in which a price changes, and the change that made it. */
async function writeChanges(
  db: Db,
  actor: Actor,
  { round, model, authority, at }: Applied & { model: UpliftModel; authority: Authority },
): Promise<ReadonlyMap<Id, Id>> {
  const partnershipId = actor.kind === 'staff' || actor.kind === 'system' ? actor.partnershipId : null
  if (!partnershipId) throw new Error('A round is applied by somebody of the partnership.')
  const contracts = new Map(
    model.lines.flatMap(({ left, line }) => (left === null ? [[line.contract.id, line.contract] as const] : [])),
  )
  const ids = [...contracts.keys()]
  const versions = [...contracts.values()].map(({ version }) => version)
  const { numAffectedRows } = await sql`update contract c set version = read.version + 1
    from unnest(${ids}::uuid[], ${versions}::integer[]) as read (id, version)
    where c.partnership_id = ${partnershipId} and c.id = read.id and c.version = read.version`.execute(procurement(db))
  if (Number(numAffectedRows) !== ids.length)
    throw conflict('A colleague has just changed one of these contracts.', 'Look at the round again, then apply it.')
  const asked = {
    kind: 'uplift',
    round: round.reference,
    title: round.title,
    words: `${scopeWords(round.terms.scope)}, ${changeWords(round.terms.change)}`,
  }
  const documents = await keepRoundDocuments(db, actor, { round, partnershipId, contractIds: ids, at })
  const rows = [...contracts.values()].map(({ id, version }) => ({
    partnership_id: partnershipId,
    id: newId(),
    contract_id: id,
    kind: 'uplift' as const,
    state: 'applied' as const,
    base_version: version,
    version: version + 1,
    effective_on: round.from,
    reason: round.reason,
    asked: json<unknown>(asked),
    value_pence: model.worthOf.get(id) ?? 0,
    document_id: documents.get(id) ?? null,
    proposed_by: round.madeBy,
    proposed_at: round.madeAt,
    decided_by: accountOf(actor),
    decided_at: at,
    authority_id: authority.id,
    authority_limit: authority.limitPence,
    authority_role: authority.role,
    decision_words: null,
  }))
  for (const slice of slices(rows)) await procurement(db).insertInto('contract_change').values(slice).execute()
  return new Map(rows.map(({ contract_id, id }) => [contract_id, id]))
}

/** The new prices, and what the round did to each, which stays with it. A national table's price is the table's. */
async function writePrices(
  db: Db,
  partnershipId: Id,
  { round, changed, changes, at }: Applied & { changed: readonly ModelledLine[]; changes: ReadonlyMap<Id, Id> },
): Promise<void> {
  const facts = changed
    .filter(({ line }) => line.basis !== 'national')
    .flatMap(({ line, after, segments }) =>
      segments.map(({ days, cap }) => ({
        subjectId: line.id,
        held: days,
        values: {
          contract_id: line.contract.id,
          lot_id: line.lotId,
          pence: after,
          capped: line.lot.capped,
          cap_id: cap?.id ?? null,
          cap_pence: cap?.pence ?? null,
          change_id: changes.get(line.contract.id),
          uplift_round_id: round.id,
          parties: line.parties,
        },
      })),
    )
  await recordHistories(db, 'rate', partnershipId, facts, at)
  const kept = changed.map(({ line, before, after }) => ({
    partnership_id: partnershipId,
    round_id: round.id,
    rate_line_id: line.id,
    before_pence: before ?? 0,
    after_pence: after ?? 0,
    yearly_units: line.yearlyUnits,
    care_group_key: groupOf(line),
  }))
  for (const slice of slices(kept)) await procurement(db).insertInto('uplift_line').values(slice).execute()
}
