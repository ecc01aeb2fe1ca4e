import { sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { periodFrom } from '../../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../../core/values/index.ts'
import { procurement } from '../../../schema/index.ts'
import { daysFrom } from '../../days.ts'
import { type Writing, writeFacts } from './writing.ts'

/** Moves what is paid more for single people from one place in a lot to another, from a day on; an overdue review falls on that day. */
export async function moveEnhancements(
  db: Db,
  writing: Writing,
  {
    fromId,
    toId,
    organisationId,
    from,
  }: { readonly fromId: Id; readonly toId: Id; readonly organisationId: Id; readonly from: IsoDate },
): Promise<void> {
  const rows = await procurement(db)
    .selectFrom('rate_enhancement as e')
    .selectAll()
    .where('e.partnership_id', '=', writing.partnershipId)
    .where('e.lot_provider_id', '=', fromId)
    .where(sql<boolean>`upper_inf(e.known) and e.held && daterange(${from}::date, null)`)
    .execute()
  const facts = rows.flatMap(({ held: range, ...row }) => {
    const held = daysFrom(periodFrom(range), from)
    if (!held) return []
    const review_on = row.review_on < held.from ? held.from : row.review_on
    const moved = { lot_provider_id: toId, organisation_id: organisationId, review_on }
    return [{ writing, subjectId: row.subject_id, held, values: { ...row, ...moved } }]
  })
  await writeFacts(db, 'rate_enhancement', facts)
}
