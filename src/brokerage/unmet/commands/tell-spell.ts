import { sql } from 'kysely'
import { ahead, json, keptPlan } from '../../../core/db/index.ts'
import { type HistoryFact, recordHistories } from '../../../core/history/index.ts'
import { enqueued, runOf } from '../../../core/jobs/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { noteUnplaced } from '../../commands/note-unplaced.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { SpellPiece } from '../../spell.ts'
import { countUnmetJob } from '../count-jobs.ts'
import { spellsAsked } from '../package-facts.ts'
import { packageFacts } from '../queries/package-facts.ts'
import { type PlannedSpell, planSpells, type SpellsAsked, samePiece } from '../spell-plan.ts'
import { endPreferences } from './end-preferences.ts'

/**
 * Brings the spell of unmet need of a package up to date with what is wanted and what is given; done again, it changes
 * nothing. To be called as the last thing before the ledger by all that changes a package, a round's outcome or a placement.
 */
export async function tellSpell(
  work: Work,
  packageId: Id,
  { countFrom }: { readonly countFrom?: IsoDate } = {},
): Promise<void> {
  const row = await packageFacts(work.db, work.partnershipId, packageId)
  if (!row) return
  await noteUnplaced(work, row)
  const { knownAt, ...asked } = spellsAsked(row, work.at)
  // A command that waited for another may carry an earlier time than what that one wrote.
  const at = work.at > knownAt ? work.at : new Date(knownAt.getTime() + 1)
  if (row.state === 'ended' || row.state === 'withdrawn')
    await endPreferences(work, row.id, asked.facts.nothingFrom ?? asked.today, row.state)
  if (countFrom !== undefined) await countAnew(work, countFrom)
  for (const plan of planSpells(asked)) {
    const before = plan.id === asked.last?.id ? asked.last : undefined
    if (before && isSame(before, plan)) continue
    const id = plan.id ?? newId()
    const ended = { ended_on: plan.endedOn, end_reason: plan.endReason }
    if (before && (before.endedOn !== plan.endedOn || before.endReason !== plan.endReason))
      await ahead(
        brokerage(work.db),
        brokerage(work.db)
          .updateTable('unmet_spell')
          .set(ended)
          .where('partnership_id', '=', work.partnershipId)
          .where('id', '=', id),
      )
    if (!before)
      await ahead(
        brokerage(work.db),
        brokerage(work.db)
          .insertInto('unmet_spell')
          .values({
            ...{ partnership_id: work.partnershipId, id, person_id: row.person_id, package_id: row.id },
            ...{ need: row.need, service_type_key: row.service_type_key, area_code: row.area_code },
            ...{ kind: 'need', preference: null, origin: row.origin },
            ...{ began_at: beganAt(plan, asked, row.ready_at, work.at), began_on: plan.beganOn, ...ended },
          })
          .modifyEnd(keptPlan),
      )
    const facts = factsOf(id, before, plan)
    if (facts.length > 0)
      await recordHistories(work.db, 'unmet_piece', work.partnershipId, facts, at, { isNew: before === undefined })
    await countAnew(work, firstDay(before, plan))
    work.told.push({
      event: `brokerage.spell-${!before ? 'began' : plan.endedOn !== null ? 'ended' : 'changed'}`,
      subject: { kind: 'package', id: row.id },
      payload: toldOf(id, plan),
    })
  }
}

/** Has what is published counted anew from a day on, after the commit. */
async function countAnew({ db, partnershipId }: Work, from: IsoDate): Promise<void> {
  await ahead(
    brokerage(db),
    sql`${keptPlan}with change as (insert into unmet_change (partnership_id, id, from_on)
      values (${partnershipId}::uuid, ${newId()}::uuid, ${from}::date))
    ${enqueued([runOf(countUnmetJob, { partnershipId })])}`,
  )
}

/** The first day on which counts may have changed. */
function firstDay(before: PlannedSpell | undefined, plan: PlannedSpell): IsoDate {
  const at = firstChange(before?.pieces ?? [], plan.pieces) ?? 0
  const days = [before?.pieces[at]?.from, plan.pieces[at]?.from, before ? undefined : plan.beganOn].filter(
    (day) => day !== undefined,
  )
  return days.toSorted()[0] ?? plan.endedOn ?? plan.beganOn
}

/** What the ledger keeps of a spell: nothing of it says whose it is. */
export function toldOf(spellId: Id, { beganOn, endedOn, endReason, pieces }: PlannedSpell) {
  const now = pieces.at(-1)
  const { wantedMinutes, deliveredMinutes, reason, unplaced } = now ?? {}
  return { spellId, beganOn, endedOn, endReason, wantedMinutes, deliveredMinutes, reason, unplaced }
}

const isSame = (a: PlannedSpell, b: PlannedSpell): boolean =>
  a.endedOn === b.endedOn && a.endReason === b.endReason && firstChange(a.pieces, b.pieces) === undefined

/** From which piece on two rows of pieces differ; undefined when they are the same. */
function firstChange(before: readonly SpellPiece[], after: readonly SpellPiece[]): number | undefined {
  const most = Math.max(before.length, after.length)
  for (let at = 0; at < most; at += 1) {
    const [was, is] = [before[at], after[at]]
    if (!was || !is || was.from !== is.from || was.until !== is.until || !samePiece(was, is)) return at
  }
  return undefined
}

/** What to write so that the pieces of a spell read as planned: those from the first change on, and that nothing held after it ended. */
export function factsOf(subjectId: Id, before: PlannedSpell | undefined, plan: PlannedSpell): HistoryFact[] {
  const change = firstChange(before?.pieces ?? [], plan.pieces)
  if (change === undefined) return []
  const facts = plan.pieces.slice(change).map(({ from, until, ...piece }) => ({
    subjectId,
    held: { from, until },
    values: {
      wanted_minutes: piece.wantedMinutes,
      delivered_minutes: piece.deliveredMinutes,
      interim: piece.interim,
      reason: piece.reason,
      harm: piece.harm,
      review_on: piece.reviewOn,
      unplaced: json(piece.unplaced),
    },
  }))
  const from = plan.pieces.at(-1)?.until ?? (plan.pieces.length === 0 ? plan.beganOn : null)
  return before && from !== null ? [...facts, { subjectId, held: { from, until: null }, values: null }] : facts
}

/** A spell begins when its package was ready, later ones with the change that made them or with its day. */
export function beganAt(
  { beganOn }: PlannedSpell,
  { readyOn, today, last }: SpellsAsked,
  readyAt: Date,
  at: Date,
): Date {
  if (!last && beganOn === readyOn) return readyAt
  return beganOn === today ? at : new Date(`${beganOn}T00:00:00Z`)
}
