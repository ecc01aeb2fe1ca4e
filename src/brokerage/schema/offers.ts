import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Ask, DeclineReason, OfferState, Proposal } from '../offer.ts'
import type { Pool } from '../offer-rule.ts'
import type { VisitLine } from '../visit-line.ts'

/** Rounds of offers and what became of each. */
export interface OfferTables {
  /** One run of a rule for what is unplaced of a package. */
  offer_round: {
    partnership_id: Id
    id: Id
    package_id: Id
    number: number
    rule_version_id: Id
    /** The step under way; 0 before the first. */
    step: number
    /** The first step that is asked: later than 1 when a broker widened it. */
    from_step: number
    state: 'running' | 'paused' | 'approval' | 'done' | 'cancelled'
    outcome: 'placed' | 'part' | 'unmet' | null
    /** What was unplaced when it began. */
    lines: VisitLine[]
    /** By when care for these has to start: a visit is left while nobody gives it from then on. */
    start_by: IsoDate
    opened_at: Date
    opened_by: Id | null
    paused_at: Date | null
    closed_at: Date | null
    /** Who is asked first, because it gives care to the person already. */
    goes_with: Id | null
  }
  price_approval: {
    partnership_id: Id
    id: Id
    round_id: Id
    package_id: Id
    step: number
    organisation_id: Id
    hourly_pence: number
    above_pence: number
    weekly_pence: number
    state: 'asked' | 'approved' | 'declined'
    asked_at: Date
    asked_by: Id | null
    decided_at: Date | null
    decided_by: Id | null
    words: string
    escalate_at: Date | null
  }
  offer: {
    partnership_id: Id
    id: Id
    reference: string
    round_id: Id
    package_id: Id
    organisation_id: Id
    /** Of the package, which never changes it. */
    service_type_key: string
    contract_id: Id | null
    lot_id: Id | null
    step: number
    turn: number
    pool: Pool['kind']
    rank: number | null
    weekly_minutes: number
    weekly_pence: number | null
    price_why: string
    short_term_until: IsoDate | null
    above_limit: boolean
    approval_id: Id | null
    approval_state: string | null
    state: OfferState
    sent_at: Date
    due_at: Date | null
    left_minutes: number | null
    remind_at: Date | null
    escalate_at: Date | null
    reminded_at: Date | null
    answered_at: Date | null
    answered_by: Id | null
    accepted_minutes: number
    reason: DeclineReason | null
    words: string
    proposal: Proposal | null
    ask: Ask
  }
  offer_question: {
    partnership_id: Id
    id: Id
    offer_id: Id
    organisation_id: Id
    words: string
    asked_at: Date
    asked_by: Id | null
    answer: string | null
    answered_at: Date | null
    answered_by: Id | null
  }
  /** What an organisation was told beyond the offer; the content goes when it is withdrawn. */
  reveal: {
    partnership_id: Id
    id: Id
    /** Null after a transfer, which has no offer: then it is of the placement. */
    offer_id: Id | null
    placement_id: Id | null
    package_id: Id
    person_id: Id
    organisation_id: Id
    stage: 'pen-picture' | 'person'
    content: Record<string, string> | null
    revealed_at: Date
    revealed_to: Id | null
    withdrawn_at: Date | null
  }
  /** What is to be told by mail, to whom; told once. */
  brokerage_notice: {
    partnership_id: Id
    id: Id
    package_id: Id
    offer_id: Id | null
    /** Whose people are told; null for the partnership's own. */
    organisation_id: Id | null
    kind: string
    noted_at: Date
    told_at: Date | null
  }
}
