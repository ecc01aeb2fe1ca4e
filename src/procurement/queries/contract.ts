import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { periodFrom } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, ExtensionOption, TermPiece } from '../contract.ts'
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
  const heads = heading(db, partnershipId, time).where((c) =>
    'id' in which ? c('c.id', '=', which.id) : c('c.reference', '=', which.reference),
  )
  return (await wholeOf(db, partnershipId, await heads.execute(), time))[0]
}

/** Several contracts at once, in a number of queries that does not grow; in the order of the identifiers given. */
export async function contractsAt(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
  time: ReadingTime,
): Promise<Contract[]> {
  if (ids.length === 0) return []
  const heads = await heading(db, partnershipId, time).where('d.subject_id', 'in', ids).execute()
  const contracts = new Map((await wholeOf(db, partnershipId, heads, time)).map((each) => [each.id, each]))
  return ids.flatMap((id) => contracts.get(id) ?? [])
}

/** Contracts with what was said of each on a day; before it was first said, the first that was, and after the last, the last. */
const heading = (db: Db, partnershipId: Id, { on, known }: ReadingTime) =>
  procurement(db)
    .selectFrom('contract as c')
    .innerJoin('contract_detail as d', (join) =>
      join.onRef('d.partnership_id', '=', 'c.partnership_id').onRef('d.subject_id', '=', 'c.id'),
    )
    .selectAll('d')
    .select(['c.reference', 'c.version', 'c.stage', 'c.published as isPublished', 'c.follows_id', 'c.moved_years'])
    .select(['c.source_key', 'c.locus', 'c.shared_from_partnership', 'c.shared_from_contract'])
    .select(['c.shared_until', 'c.share_end_reason'])
    .distinctOn('d.subject_id')
    .where('c.partnership_id', '=', partnershipId)
    .where('d.partnership_id', '=', partnershipId)
    .where(knownAt('d', known))
    .orderBy('d.subject_id')
    .orderBy(sql`d.held @> ${on}::date`, 'desc')
    .orderBy(sql`abs(lower(d.held) - ${on}::date)`)

type Head = Awaited<ReturnType<ReturnType<typeof heading>['execute']>>[number]

/** The same with their terms, options and lots. */
async function wholeOf(db: Db, partnershipId: Id, heads: readonly Head[], { known }: ReadingTime): Promise<Contract[]> {
  if (heads.length === 0) return []
  const ids = heads.map((head) => head.subject_id)
  const terms = await termsOf(db, partnershipId, ids, known)
  const options = await optionsOf(db, partnershipId, ids, known)
  const lots = await lotsOfContracts(db, partnershipId, ids, known)
  return heads.map((head) => ({
    id: head.subject_id,
    reference: head.reference,
    version: head.version,
    stage: head.stage,
    published: head.isPublished,
    followsId: head.follows_id,
    sharedFrom: sharedFrom(head),
    source:
      head.source_key === null ? null : { key: head.source_key, locus: head.locus ?? '', movedYears: head.moved_years },
    detail: contractDetailFrom(head),
    terms: terms.get(head.subject_id) ?? [],
    options: options.get(head.subject_id) ?? [],
    lots: lots.get(head.subject_id) ?? [],
  }))
}

function sharedFrom(head: Head): Contract['sharedFrom'] {
  const { shared_from_partnership: partnershipId, shared_from_contract: contractId } = head
  if (!partnershipId || !contractId) return null
  const { shared_until: until, share_end_reason: reason } = head
  return { partnershipId, contractId, ended: until && reason ? { until, reason } : undefined }
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
