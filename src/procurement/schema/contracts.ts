import type { HistoryRow } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ChangeKind } from '../change-kind.ts'
import type { ContractKind, Method } from '../contract-kind.ts'
import type { TermOrigin, TermState } from '../term.ts'

/** The tables of contracts, their terms, options, documents and changes. */
export interface ContractTables {
  contract: {
    partnership_id: Id
    id: Id
    /** What people quote: `WL-CON-00007`. */
    reference: string
    /** Goes up by one with every change: who changes an older one is told. */
    version: number
    stage: 'draft' | 'awarded' | 'withdrawn'
    /** Anyone may read its summary. */
    published: boolean
    /** Organisations that have or had a place in it; each reads it. */
    parties: Id[]
    follows_id: Id | null
    shared_from_partnership: Id | null
    shared_from_contract: Id | null
    /** Of a copy: which revision of its share it shows, and how the share ended if it was withdrawn. */
    shared_revision: number | null
    shared_until: IsoDate | null
    share_end_reason: string | null
    source_key: string | null
    locus: string | null
    moved_years: number
    /** The partnership's own number for it, as in the file that it came from. */
    own_reference: string | null
    created_at: Date
  }
  /** Subject: the contract. */
  contract_detail: HistoryRow & {
    title: string
    kind: ContractKind
    method: Method | null
    market_area_key: string | null
    service_type_key: string | null
    care_groups: string[]
    decided_by: 'partnership' | 'national-owner'
    national_framework_key: string | null
    allocation: string
    monitoring: string
    notice_months: number | null
    review_months: number | null
    last_reviewed_on: IsoDate | null
    yearly_pence: number | null
    yearly_basis: 'budget' | 'spend' | 'estimate' | null
    block_units: number | null
    block_minimum: number | null
    block_unit: 'hour' | 'place' | 'session' | 'bed' | null
    successor_from: IsoDate | null
    successor_until: IsoDate | null
    note: string
    change_id: Id
    published: boolean
    parties: Id[]
  }
  /** Subject: the contract; `held` are the days of this stretch. */
  contract_term: HistoryRow & {
    state: TermState
    origin: TermOrigin
    option_id: Id | null
    option_days: string | null
    change_id: Id
    published: boolean
    parties: Id[]
  }
  extension_option: {
    partnership_id: Id
    id: Id
    contract_id: Id
    position: number
    days: string
    decide_by: IsoDate | null
    decision: 'open' | 'taken' | 'declined'
    decided_on: IsoDate | null
    known_from: Date
    decided_at: Date | null
    change_id: Id | null
    published: boolean
    parties: Id[]
  }
  contract_document: {
    partnership_id: Id
    id: Id
    contract_id: Id
    kind: 'specification' | 'conditions' | 'price-list' | 'decision' | 'evidence' | 'report' | 'other'
    title: string
    /** 1 is the first of this kind and title. */
    version: number
    name: string
    media_type: string
    size: number
    digest: string
    holds_from: IsoDate
    added_at: Date
    added_by: Id | null
    parties: Id[]
  }
  contract_change: {
    partnership_id: Id
    id: Id
    contract_id: Id
    kind: ChangeKind
    state: 'proposed' | 'applied' | 'declined'
    /** The version that it was made on, and, once applied, the one that it made. */
    base_version: number
    version: number | null
    effective_on: IsoDate
    reason: string
    /** What is asked, as `Change` in change.ts. */
    asked: unknown
    /** What it commits, for the limit of who approves. */
    value_pence: number
    document_id: Id | null
    proposed_by: Id | null
    proposed_at: Date
    decided_by: Id | null
    decided_at: Date | null
    /** Under which delegated authority it was approved. */
    authority_id: Id | null
    authority_limit: number | null
    /** The role that has it, which whoever approves has too. */
    authority_role: string | null
    decision_words: string | null
  }
  /** Which role may approve which change, up to what it commits. */
  authority: {
    partnership_id: Id
    id: Id
    role: string
    kind: ChangeKind
    limit_pence: number
    valid: string
  }
}
