import { type Id, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { wantedLines } from '../../offers/queries/unplaced.ts'
import { isPlaced } from '../package-stand.ts'
import { coursesOf } from './courses.ts'

/** Whether all that is wanted of a package from today on is given. */
export async function isWhollyPlaced(
  { db, partnershipId, at }: Pick<Work, 'db' | 'partnershipId' | 'at'>,
  packageId: Id,
): Promise<boolean> {
  const today = londonDate(at)
  const wanted = await wantedLines(db, partnershipId, packageId, today)
  return isPlaced({ wanted, courses: await coursesOf(db, partnershipId, packageId), today })
}
