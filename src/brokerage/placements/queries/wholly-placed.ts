import { type Id, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { wantedLines } from '../../offers/queries/unplaced.ts'
import type { WantedLine } from '../../offers/unplaced.ts'
import { isPlaced } from '../package-stand.ts'
import { coursesOf } from './courses.ts'

/** Whether all that is wanted of a package from today on is given; what is wanted need not be read where it is known. */
export async function isWhollyPlaced(
  { db, partnershipId, at }: Pick<Work, 'db' | 'partnershipId' | 'at'>,
  packageId: Id,
  known?: readonly WantedLine[],
): Promise<boolean> {
  const today = londonDate(at)
  const wanted = known ?? (await wantedLines(db, partnershipId, packageId, today))
  return isPlaced({ wanted, courses: await coursesOf(db, partnershipId, packageId), today })
}
