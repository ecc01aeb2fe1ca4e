import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { areaLinks } from '../../../places/index.ts'
import type { Figure } from '../../figure.ts'
import { areaSums } from '../area-sums.ts'
import type { Tabling } from '../figure-table.ts'
import { suppression } from '../schema.ts'
import { suppress } from '../suppress.ts'
import { toldOf } from '../told.ts'

/** SQL for whether an edition of a partnership hid a number of people, to stand in the query that reads them. */
export const hidBefore = (partnershipId: Id): RawBuilder<boolean> =>
  sql<boolean>`exists (select from figure_told as t where t.partnership_id = ${partnershipId} and t.value is null)`

/** Figures, given as whole tables, without small numbers of people and what would give them away; for when something may have to be hidden. Two queries. */
export async function hiding<F extends Figure>(
  db: Db,
  partnershipId: Id,
  figures: readonly F[],
  limit: number,
  tabling: Tabling<F> = {},
): Promise<readonly F[]> {
  // All rows as one JSON text, which the embedded engine hands over many times faster.
  const { rows } = await suppression(db)
    .selectNoFrom(
      jsonArrayFrom(
        suppression(db)
          .selectFrom('figure_told as t')
          .select(['t.figure_id as figureId', 't.value'])
          .where('t.partnership_id', '=', partnershipId),
      ).as('rows'),
    )
    .executeTakeFirstOrThrow()
  const sums = areaSums(await areaLinks(db, [...new Set(figures.map(({ area }) => area.code))]))
  return suppress(figures, { limit, areaSums: sums, told: toldOf(figures, rows) }, tabling)
}
