import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { publishing } from '../schema.ts'
import type { SectionSlug } from '../section.ts'

/** A figure as an edition has it. */
export interface FrozenFigure {
  readonly figure: PublishedFigure
  readonly section: SectionSlug
  /** Of the edition. */
  readonly number: number
  readonly publishedAt: Date
}

/** A figure as the latest edition that has it shows it; undefined when none ever did. One query. */
export const lastFrozen = (db: Db, partnershipId: Id, figureId: string): Promise<FrozenFigure | undefined> =>
  publishing(db)
    .selectFrom('edition as e')
    .innerJoin('edition_figure as f', (join) =>
      join.onRef('f.partnership_id', '=', 'e.partnership_id').onRef('f.edition_id', '=', 'e.id'),
    )
    .select(['f.figure', 'f.section', 'e.number', 'e.published_at as publishedAt'])
    .where('e.partnership_id', '=', partnershipId)
    .where('f.figure_id', '=', figureId)
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst()
