import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { publishing } from '../schema.ts'
import type { SectionSlug } from '../section.ts'
import type { StatementText } from '../statement-text.ts'

/** The words of a statement by section, in their order; of all sections, or of some. */
export async function textsOf(
  db: Db,
  partnershipId: Id,
  wanted?: readonly SectionSlug[],
): Promise<Map<SectionSlug, StatementText[]>> {
  const rows = await publishing(db)
    .selectFrom('statement_text as t')
    .select(['t.section', 't.kind', 't.heading', 't.text', 't.source_key as sourceKey', 't.locus'])
    .where('t.partnership_id', '=', partnershipId)
    .$if(wanted !== undefined, (some) => some.where('t.section', 'in', [...(wanted ?? [])]))
    .orderBy('t.section')
    .orderBy('t.position')
    .execute()
  return Map.groupBy(rows, (row) => row.section) as Map<SectionSlug, StatementText[]>
}
