import { periodFrom } from '../../core/history/index.ts'
import { type Id, londonDate } from '../../core/values/index.ts'
import type { ShareEnd } from '../contract.ts'
import type { CopiedRow, CopiedRows } from './copied-table.ts'

/** How a share was withdrawn, and when that was said. */
export interface WithdrawnShare extends ShareEnd {
  readonly at: Date
}

interface Copying {
  readonly leadId: Id
  /** Of the share. */
  readonly revision: number
  readonly ended: WithdrawnShare | undefined
  /** By which the partner quotes it. */
  readonly reference: string
  /** Awards to providers with whom the partner places nothing: their places are left out. */
  readonly shut: ReadonlySet<string>
  /** Awards that a suspension which is over stood against: they count from now. */
  readonly moved: ReadonlySet<string>
  readonly at: Date
}

/**
 * A partner's rows from the lead's: the same identifiers, days and times of knowing. What is the lead's alone stays
 * behind: its own number, its people, its authority, what the whole contract is worth.
 */
export function copyOf(
  rows: CopiedRows,
  { leadId, revision, ended, reference, shut, moved, at }: Copying,
): { readonly rows: CopiedRows; readonly leftOut: readonly unknown[] } {
  const open = (row: CopiedRow) => !shut.has(String(row.award_id))
  const standing = rows.standing.filter(open)
  const standingIds = new Set(standing.map((row) => row.subject_id))
  // A lot whose lead the partner won't place with can't be offered from there.
  const open_lot = rows.open_lot.filter(({ lead_id }) => lead_id === null || standingIds.has(lead_id))
  const openIds = new Set(open_lot.map((row) => row.lot_id))
  const copied: CopiedRows = {
    ...rows,
    contract: rows.contract.map((row) => ({
      ...row,
      reference,
      follows_id: null,
      own_reference: null,
      shared_from_partnership: leadId,
      shared_from_contract: row.id,
      shared_revision: revision,
      shared_until: ended?.until ?? null,
      share_end_reason: ended?.reason ?? null,
    })),
    contract_change: rows.contract_change.map((row) => ({
      ...row,
      kind: 'import',
      asked: { kind: 'import', shared: row.kind },
      value_pence: 0,
      document_id: null,
      proposed_by: null,
      decided_by: null,
      authority_id: null,
      authority_limit: null,
      authority_role: null,
      decision_words: null,
    })),
    extension_option: rows.extension_option.map((row) => (ended ? withoutRight(row, ended) : row)),
    contract_detail: rows.contract_detail.map((row) => ({ ...row, yearly_pence: null, yearly_basis: null })),
    placement_gate: rows.placement_gate
      .filter(({ id }) => !shut.has(String(id)))
      .map((row) =>
        moved.has(String(row.id)) ? { ...row, during: `[${at.toISOString()},${at.toISOString()}]` } : row,
      ),
    standing,
    open_lot,
    lot_area: rows.lot_area.filter(({ lot_id }) => openIds.has(lot_id)),
    rate: rows.rate.map((row) => ({ ...row, uplift_round_id: null })),
  }
  const leftOut = rows.standing.filter((row) => !open(row)).map((row) => row.organisation_id)
  return { rows: copied, leftOut: [...new Set(leftOut)] }
}

/** What only the lead may still take, after the share has ended, is nothing to decide for the partner. */
const withoutRight = (row: CopiedRow, { until, at }: WithdrawnShare): CopiedRow =>
  row.decision === 'open' && periodFrom(String(row.days)).from >= until
    ? { ...row, decision: 'declined', decided_on: londonDate(at), decided_at: at.toISOString() }
    : row
