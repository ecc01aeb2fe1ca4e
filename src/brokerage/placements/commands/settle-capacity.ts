import { json } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { giveBackCapacity, holdPlacing, takeCapacity } from '../../../providers/index.ts'
import type { Work } from '../../commands/work.ts'
import { type Refusal, refused } from '../../offers/outcome.ts'
import { brokerage } from '../../schema/index.ts'
import { type Band, bands } from '../../visit-line.ts'
import { type Course, takenFrom } from '../course.ts'

type Minutes = Partial<Record<Band, number>>

/** What of some minutes is more than of others, in each part of the day. */
function more(some: Minutes, others: Minutes): Minutes {
  const over: Minutes = {}
  for (const band of bands) {
    const minutes = (some[band] ?? 0) - (others[band] ?? 0)
    if (minutes > 0) over[band] = minutes
  }
  return over
}

const isEmpty = (minutes: Minutes): boolean => Object.keys(minutes).length === 0

/**
 * Brings what is taken of organisations' capacity up to what their placements take from today on; refused where one has
 * too little left. In the order of organisations, because two of these may wait for each other's otherwise.
 */
export async function settleCapacity(
  work: Work,
  packageId: Id,
  courses: readonly Course[],
  today: IsoDate,
): Promise<Refusal | { readonly outcome: 'done'; readonly changed: boolean }> {
  const ordered = courses.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1))
  const changes = ordered.flatMap((course) => {
    const taken = takenFrom(course, today)
    const [take, give] = [more(taken, course.committed), more(course.committed, taken)]
    return isEmpty(take) && isEmpty(give) ? [] : [{ course, taken, take, give }]
  })
  for (const { give, take, course } of inTurn(changes)) {
    const at = {
      partnershipId: work.partnershipId,
      organisationId: course.organisationId,
      serviceType: course.serviceType,
      area: course.area,
    }
    await holdPlacing(work.db, at)
    if (give) await giveBackCapacity(work.db, { ...at, minutesByBand: give })
    if (!take) continue
    const took = await takeCapacity(work.db, { ...at, minutesByBand: take })
    if (!took.taken) return refused('no-capacity', `${course.organisation}: ${lower(took.sentence)}`)
  }
  for (const { course, taken } of changes) {
    if (course.state === 'suspended' && isEmpty(taken))
      work.told.push({
        event: 'brokerage.placement-capacity-freed',
        subject: { kind: 'package', id: packageId },
        payload: { placementId: course.id, organisationId: course.organisationId, minutesByBand: course.committed },
      })
    await brokerage(work.db)
      .updateTable('placement')
      .set({ committed: json(taken) })
      .where('partnership_id', '=', work.partnershipId)
      .where('id', '=', course.id)
      .execute()
  }
  await noteSettled(work, packageId, today)
  return { outcome: 'done', changed: changes.length > 0 }
}

/** Keeps the day on which this was worked out: what ends after it is looked at again. */
export const noteSettled = ({ db, partnershipId }: Work, packageId: Id, today: IsoDate) =>
  brokerage(db)
    .updateTable('placement')
    .set({ settled_on: today })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where('state', 'not in', ['ended', 'cancelled'])
    .where((where) => where.or([where('settled_on', 'is', null), where('settled_on', '<', today)]))
    .execute()

interface Change {
  readonly course: Course
  readonly take: Minutes
  readonly give: Minutes
}

/** What an organisation gives back comes before what it takes. */
const inTurn = (changes: readonly Change[]) =>
  [...Map.groupBy(changes, ({ course }) => course.organisationId).values()].flatMap((of) => [
    ...of.flatMap(({ course, give }) => (isEmpty(give) ? [] : [{ course, give, take: undefined }])),
    ...of.flatMap(({ course, take }) => (isEmpty(take) ? [] : [{ course, take, give: undefined }])),
  ])

const lower = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
