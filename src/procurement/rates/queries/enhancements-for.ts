import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import { type ProvenEntry, provenEntriesOf } from '../../../core/ledger/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Days } from '../../contract.ts'
import { procurement } from '../../schema/index.ts'
import { enhancementRule } from '../enhancement.ts'

/** A higher price for one person's care, over the days between two reviews. */
export interface EnhancementFor extends Days {
  readonly id: Id
  readonly contractId: Id
  /** The reference of the contract. */
  readonly contract: string
  readonly organisationId: Id
  readonly basisPoints: number
  readonly evidence: string
  readonly reviewOn: IsoDate
  /** Whether it stands; otherwise it was put right since. */
  readonly stands: boolean
}

/** Higher prices for one person's care, by the references by which their record is known; the oldest first. */
export async function enhancementsFor(
  db: Db,
  partnershipId: Id,
  references: readonly string[],
): Promise<readonly EnhancementFor[]> {
  const wanted = references.map((reference) => reference.toLowerCase())
  const { rows } = await sql<Omit<EnhancementFor, 'from' | 'until'> & { held: string }>`
    select e.subject_id as id, p.contract_id as "contractId", c.reference as contract,
      e.organisation_id as "organisationId", e.basis_points as "basisPoints", e.evidence, e.review_on as "reviewOn",
      upper_inf(e.known) as stands, e.held::text as held
    from rate_enhancement e
    join lot_provider p on p.partnership_id = e.partnership_id and p.id = e.lot_provider_id
    join contract c on c.partnership_id = p.partnership_id and c.id = p.contract_id
    where e.partnership_id = ${partnershipId} and lower(e.person_reference) = any(${sql.val(wanted)}::text[])
    order by e.held, e.known`.execute(procurement(db))
  return rows.map(({ held, ...enhancement }) => ({ ...enhancement, ...periodFrom(held) }))
}

/** What the ledger tells of some higher prices, in order. */
export async function enhancementEntries(
  db: Db,
  partnershipId: Id,
  enhancements: readonly Pick<EnhancementFor, 'id' | 'contractId'>[],
): Promise<ProvenEntry[]> {
  const of = new Set<unknown>(enhancements.map(({ id }) => id))
  const contractIds = [...new Set(enhancements.map(({ contractId }) => contractId))]
  const entries = await provenEntriesOf(db, partnershipId, { kind: 'contract', ids: contractIds })
  return entries.filter(({ rule, said }) => rule === enhancementRule.name && of.has(enhancementIn(said?.payload)))
}

/** Which higher price an entry is about, as the commands write it. */
function enhancementIn(payload: unknown): unknown {
  const { asked } = (payload ?? {}) as { asked?: { id?: unknown; enhancementId?: unknown } }
  return asked?.enhancementId ?? asked?.id
}
