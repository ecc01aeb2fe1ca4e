import type { Selectable } from 'kysely'
import type { ContractDetail } from '../contract.ts'
import type { ContractTables } from '../schema/contracts.ts'

/** What a row says of a contract; sums of money come as text from one of the engines. */
export const contractDetailFrom = (d: Selectable<ContractTables['contract_detail']>): ContractDetail => ({
  title: d.title,
  kind: d.kind,
  method: d.method,
  marketArea: d.market_area_key,
  serviceType: d.service_type_key,
  careGroups: d.care_groups,
  decidedBy: d.decided_by,
  nationalFramework: d.national_framework_key,
  allocation: d.allocation,
  monitoring: d.monitoring,
  noticeMonths: d.notice_months,
  reviewMonths: d.review_months,
  lastReviewedOn: d.last_reviewed_on,
  yearlyPence: d.yearly_pence === null ? null : Number(d.yearly_pence),
  yearlyBasis: d.yearly_basis,
  blockUnits: d.block_units,
  blockMinimum: d.block_minimum,
  blockUnit: d.block_unit,
  successorFrom: d.successor_from,
  successorUntil: d.successor_until,
  note: d.note,
})
