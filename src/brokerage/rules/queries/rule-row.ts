import { type RawBuilder, sql } from 'kysely'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { ClockHours, OfferRule, RuleStep } from '../../offer-rule.ts'

/** A version of a rule as it is read. */
export interface RuleRow {
  readonly id: Id
  readonly versionId: Id
  readonly name: string
  readonly version: number
  readonly contractId: Id | null
  readonly serviceType: string
  readonly valid: string
  readonly hours: ClockHours
  readonly steps: readonly RuleStep[]
}

/** What a query selects of rules `r` with versions `v`. */
export const ruleColumns: RawBuilder<unknown> = sql`r.id, v.id as "versionId", r.name, v.version, r.contract_id as "contractId",
  r.service_type_key as "serviceType", v.valid, v.hours, v.steps`

/** A rule from its row. */
export const ruleFrom = ({ valid, ...row }: RuleRow): OfferRule => ({ ...row, ...periodFrom(valid) })
