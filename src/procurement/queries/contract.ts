import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, ContractDetail, ExtensionOption, TermPiece } from '../contract.ts'
import { procurement } from '../schema/index.ts'
import { contractDetailFrom } from './contract-detail.ts'
import { grouped } from './grouped.ts'
import { knownAt } from './known-at.ts'
import { lotsOfContracts } from './lots-of-contracts.ts'

/** At which time a contract is read: the day it is about, and (now when left out) the instant at which it was known. */
export interface ReadingTime {
  readonly on: IsoDate
  readonly known?: Date | undefined
}

/** One contract, whole, as it held on a day and was known at an instant; undefined when it is not there or another's. */
export async function contractAt(
  db: Db,
  partnershipId: Id,
  which: { readonly id: Id } | { readonly reference: string },
  time: ReadingTime,
): Promise<Contract | undefined> {
  const found = await procurement(db)
    .selectFrom('contract as c')
    .select('c.id')
    .where('c.partnership_id', '=', partnershipId)
    .where((c) => ('id' in which ? c('c.id', '=', which.id) : c('c.reference', '=', which.reference)))
    .executeTakeFirst()
  return found && (await contractsAt(db, partnershipId, [found.id], time))[0]
}

/** Several contracts at once, in a number of queries that does not grow; in the order of the identifiers given. */
export async function contractsAt(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  { on, known }: ReadingTime,
): Promise<Contract[]> {
  if (ids.length === 0) return []
  const [rows, details, terms, options, lots] = [
    await procurement(db)
      .selectFrom('contract as c')
      .selectAll()
      .where('c.partnership_id', '=', partnershipId)
      .where('c.id', 'in', ids)
      .execute(),
    await detailsOf(db, partnershipId, ids, { on, known }),
    await termsOf(db, partnershipId, ids, known),
    await optionsOf(db, partnershipId, ids, known),
    await lotsOfContracts(db, partnershipId, ids, known),
  ]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const detail = details.get(id)
    if (!row || !detail) return []
    return [
      {
        id,
        reference: row.reference,
        version: row.version,
        stage: row.stage,
        published: row.published,
        followsId: row.follows_id,
        sharedFrom:
          row.shared_from_partnership && row.shared_from_contract
            ? {
                partnershipId: row.shared_from_partnership,
                contractId: row.shared_from_contract,
                ended:
                  row.shared_until && row.share_end_reason
                    ? { until: row.shared_until, reason: row.share_end_reason }
                    : undefined,
              }
            : null,
        source:
          row.source_key === null ? null : { key: row.source_key, locus: row.locus ?? '', movedYears: row.moved_years },
        detail,
        terms: terms.get(id) ?? [],
        options: options.get(id) ?? [],
        lots: lots.get(id) ?? [],
      },
    ]
  })
}

/** What was said of contracts on a day; before it was first said, the first that was, and after the last, the last. */
async function detailsOf(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  { on, known }: ReadingTime,
): Promise<ReadonlyMap<Id, ContractDetail>> {
  const rows = await procurement(db)
    .selectFrom('contract_detail as d')
    .selectAll()
    .distinctOn('d.subject_id')
    .where('d.partnership_id', '=', partnershipId)
    .where('d.subject_id', 'in', ids)
    .where(knownAt('d', known))
    .orderBy('d.subject_id')
    .orderBy(sql`d.held @> ${on}::date`, 'desc')
    .orderBy(sql`abs(lower(d.held) - ${on}::date)`)
    .execute()
  return new Map(rows.map((d) => [d.subject_id, contractDetailFrom(d)]))
}

async function termsOf(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  known: Date | undefined,
): Promise<ReadonlyMap<Id, TermPiece[]>> {
  const rows = await procurement(db)
    .selectFrom('contract_term as t')
    .select(['t.subject_id', 't.held', 't.state', 't.origin', 't.option_id as optionId'])
    .where('t.partnership_id', '=', partnershipId)
    .where('t.subject_id', 'in', ids)
    .where(knownAt('t', known))
    .orderBy('t.held')
    .execute()
  return grouped(rows, ({ subject_id, held, ...piece }) => [subject_id, { ...periodFrom(held), ...piece }])
}

async function optionsOf(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  known: Date | undefined,
): Promise<ReadonlyMap<Id, ExtensionOption[]>> {
  const rows = await procurement(db)
    .selectFrom('extension_option as o')
    .selectAll()
    .where('o.partnership_id', '=', partnershipId)
    .where('o.contract_id', 'in', ids)
    .$if(known !== undefined, (query) => query.where('o.known_from', '<=', known ?? new Date(0)))
    .orderBy('o.position')
    .execute()
  return grouped(rows, (row) => {
    const decided = row.decided_at !== null && (known === undefined || row.decided_at <= known)
    return [
      row.contract_id,
      {
        ...periodFrom(row.days),
        id: row.id,
        position: row.position,
        decideBy: row.decide_by,
        decision: decided ? row.decision : 'open',
        decidedOn: decided ? row.decided_on : null,
      },
    ]
  })
}
