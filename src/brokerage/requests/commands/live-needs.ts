import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { AskedElement, RequestProblem } from '../asked-packages.ts'

/** What of a request is met by a live package already: a need of a person has one at a time. */
export async function liveNeedProblems(
  { db, partnershipId }: Work,
  personId: Id,
  elements: readonly AskedElement[],
): Promise<RequestProblem[]> {
  const live = await brokerage(db)
    .selectFrom('care_package')
    .select(['need', 'reference'])
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('state', 'not in', ['ended', 'withdrawn'])
    .execute()
  return elements.flatMap(({ need, serviceType }, at) => {
    const other = live.find((one) => one.need === (need ?? serviceType))
    return other
      ? [
          {
            at: `elements.${at}.serviceType`,
            sentence: `${other.reference} is a live package for this already: change that one, or end it first`,
          },
        ]
      : []
  })
}
