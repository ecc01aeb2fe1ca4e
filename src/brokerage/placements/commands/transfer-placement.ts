import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type Id, type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import { holdPlacing, takeCapacity } from '../../../providers/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { revealToSuccessor } from '../../offers/commands/tell-reveal.ts'
import { type Outcome, type Refusal, refused } from '../../offers/outcome.ts'
import { type Course, takenFrom, within } from '../course.ts'
import { type TransferReason, transferReasons } from '../end-reasons.ts'
import { coursesOf } from '../queries/courses.ts'
import { mergedSuccessor, type Successor, successorsOf } from '../queries/successors.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'
import { agreeEnd } from './end-visits.ts'
import { settleCapacity } from './settle-capacity.ts'
import { writePlacement } from './write-placement.ts'

/** Who takes care over from when on, why, and who approved it. */
export interface Transfer extends PlacementToChange {
  readonly toId: Id
  /** The first day on which the other gives it. */
  readonly on: IsoDate
  readonly reason: TransferReason
  /** The name of whoever approved it. */
  readonly approvedBy: string
}

/**
 * Has another provider of the framework take a placement over; after a merger one that the regulator knows will do. From
 * the day on it gives what the other gave, and its capacity is taken instead; it is told who the person is.
 */
export const transferPlacement = (
  db: Db,
  actor: Actor,
  { toId, on, reason, approvedBy, ...asked }: Transfer,
): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course }) => {
    const problem = transferProblem(course, { on, reason, approvedBy })
    if (problem) return problem
    if (toId === course.organisationId)
      return refused('not-in-framework', 'Choose another provider than the one that gives it now.')
    await holdPlacing(work.db, { partnershipId: work.partnershipId, organisationId: toId })
    const to = await successorFor(work, course, { toId, on, reason })
    if (!to) {
      const sentence =
        'Choose a provider of the framework that serves this area and may be asked now; after a merger, one registered for the service.'
      return refused('not-in-framework', sentence)
    }
    const moved = await takeOver(work, of, { course, to, on })
    if ('outcome' in moved) return moved
    work.told.push({
      event: 'brokerage.placement-transferred',
      subject: { kind: 'package', id: of.id },
      payload: {
        placementId: course.id,
        reference: course.reference,
        organisationId: course.organisationId,
        ...{ toPlacementId: moved.placementId, toReference: moved.reference, toOrganisationId: toId },
        ...{ on, reason, approvedBy: approvedBy.trim() },
      },
    })
    await revealToSuccessor(work, of, { id: moved.placementId, organisationId: toId })
    return { outcome: 'done' }
  })

async function successorFor(
  { db, partnershipId, at }: Work,
  course: Course,
  { toId, on, reason }: Pick<Transfer, 'toId' | 'on' | 'reason'>,
): Promise<Successor | undefined> {
  const standing = await successorsOf(db, partnershipId, course, on)
  const found = standing.find(({ organisationId }) => organisationId === toId)
  if (found || reason !== 'merger') return found
  return mergedSuccessor(db, partnershipId, toId, { serviceType: course.serviceType, on, at })
}

function transferProblem(
  course: Course,
  { on, reason, approvedBy }: Pick<Transfer, 'on' | 'reason' | 'approvedBy'>,
): Refusal | undefined {
  if (!transferReasons.includes(reason)) return refused('no-reason', 'Choose why another provider takes it over.')
  if (approvedBy.trim() === '') return refused('no-approver', 'Enter the name of whoever approved it.')
  if (!isIsoDate(on)) return refused('bad-day', 'Say from which day on the other provider gives it.')
  if (on < course.startsOn) {
    const sentence = `This care starts on ${longDate(course.startsOn)}: the other provider can take it over on that day or later.`
    return refused('bad-day', sentence)
  }
  if (course.endsOn !== null && on >= course.endsOn)
    return refused(
      'bad-day',
      `This care ends on ${longDate(course.endsOn)}: nothing is left to take over from then on.`,
    )
  return undefined
}

/** Moves the visits from a day on, capacity in the order of organisations, then writes the new placement. */
async function takeOver(
  work: Work,
  of: CarePackage,
  { course, to, on }: { course: Course; to: Successor; on: IsoDate },
): Promise<Refusal | { readonly placementId: Id; readonly reference: string }> {
  const { db, partnershipId, at } = work
  const today = londonDate(at)
  const visits = course.visits.flatMap((visit) => {
    const days = within(visit, { from: on, until: null })
    return days ? [{ ...visit, ...days }] : []
  })
  if (visits.length === 0) return refused('bad-day', 'This provider gives nothing from that day on.')
  await agreeEnd(work, course, { on, reason: 'transferred' })
  const startedOn = course.startedOn !== null && on <= today ? on : null
  const taken = takenFrom({ ...course, state: 'agreed', pauses: [], visits }, today)
  const give = async () => {
    const [left] = (await coursesOf(db, partnershipId, of.id)).filter(({ id }) => id === course.id)
    const given = left && (await settleCapacity(work, of.id, [left], today))
    return given?.outcome === 'refused' ? given : undefined
  }
  const take = async () => {
    const { serviceType, area } = course
    const took = await takeCapacity(db, {
      partnershipId,
      organisationId: to.organisationId,
      serviceType,
      area,
      minutesByBand: taken,
    })
    return took.taken ? undefined : refused('no-capacity', `${to.organisation}: ${took.sentence}`)
  }
  const inOrder = course.organisationId < to.organisationId ? [give, take] : [take, give]
  for (const step of inOrder) {
    const refusal = await step()
    if (refusal) return refusal
  }
  return writePlacement(work, of, {
    organisationId: to.organisationId,
    offerId: null,
    contractId: to.contractId,
    lotId: to.lotId,
    followsId: course.id,
    startsOn: on,
    startedOn,
    shortTermUntil: course.shortTermUntil,
    committed: taken,
    visits,
  })
}
