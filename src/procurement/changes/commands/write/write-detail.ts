import { sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { periodFrom } from '../../../../core/history/index.ts'
import type { IsoDate } from '../../../../core/values/index.ts'
import type { ContractDetail, Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import { type Writing, type Written, writeFacts } from './writing.ts'

/** Writes all that is said of contracts over some days. */
export const writeDetails = (
  db: Db,
  details: readonly (Written & { readonly held: Days; readonly detail: ContractDetail })[],
): Promise<void> =>
  writeFacts(
    db,
    'contract_detail',
    details.map(({ writing, held, detail }) => ({
      writing,
      subjectId: writing.contractId,
      held,
      values: rowOf(detail),
    })),
  )

/** Writes what differs between two ways of saying it into everything that is known of the contract from a day on. */
export async function varyDetail(
  db: Db,
  writing: Writing,
  { from, before, after }: { readonly from: IsoDate; readonly before: ContractDetail; readonly after: ContractDetail },
): Promise<void> {
  const old: Record<string, unknown> = rowOf(before)
  const changed = Object.fromEntries(
    Object.entries(rowOf(after)).filter(([column, value]) => JSON.stringify(value) !== JSON.stringify(old[column])),
  )
  const known = await procurement(db)
    .selectFrom('contract_detail as d')
    .selectAll()
    .where('d.partnership_id', '=', writing.partnershipId)
    .where('d.subject_id', '=', writing.contractId)
    .where(sql<boolean>`upper_inf(d.known) and d.held && daterange(${from}::date, null)`)
    .orderBy('d.held')
    .execute()
  await writeFacts(
    db,
    'contract_detail',
    known.map(({ held, ...row }) => {
      const days = periodFrom(held)
      return {
        writing,
        subjectId: writing.contractId,
        held: { ...days, from: days.from < from ? from : days.from },
        values: { ...row, ...changed },
      }
    }),
  )
}

const rowOf = (detail: ContractDetail) => ({
  title: detail.title,
  kind: detail.kind,
  method: detail.method,
  market_area_key: detail.marketArea,
  service_type_key: detail.serviceType,
  care_groups: [...detail.careGroups],
  decided_by: detail.decidedBy,
  national_framework_key: detail.nationalFramework,
  allocation: detail.allocation,
  monitoring: detail.monitoring,
  notice_months: detail.noticeMonths,
  review_months: detail.reviewMonths,
  last_reviewed_on: detail.lastReviewedOn,
  yearly_pence: detail.yearlyPence,
  yearly_basis: detail.yearlyBasis,
  block_units: detail.blockUnits,
  block_minimum: detail.blockMinimum,
  block_unit: detail.blockUnit,
  successor_from: detail.successorFrom,
  successor_until: detail.successorUntil,
  note: detail.note,
})
