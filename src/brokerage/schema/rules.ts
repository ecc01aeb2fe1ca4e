import type { Id } from '../../core/values/index.ts'
import type { ClockHours, RuleStep } from '../offer-rule.ts'

/** Rules by which offers go out. */
export interface RuleTables {
  offer_rule: {
    partnership_id: Id
    id: Id
    name: string
    contract_id: Id | null
    service_type_key: string
    /** The newest version there is; who adds one says which they saw. */
    version: number
    created_at: Date
  }
  offer_rule_version: {
    partnership_id: Id
    id: Id
    rule_id: Id
    version: number
    valid: string
    hours: ClockHours
    steps: RuleStep[]
    reason: string
    made_by: Id | null
    made_at: Date
  }
}
