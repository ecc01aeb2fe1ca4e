import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type IsoDate, isIsoDate, londonDate } from '../../../core/values/index.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { personBy } from '../../requests/queries/person.ts'
import { tellTrouble } from '../../requests/told-person.ts'
import { type LaterReason, laterReasons } from '../end-reasons.ts'
import { laterProblem, movedStart } from '../start.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'
import { writeStart } from './write-start.ts'

/** To which day an agreed start moves, why, and what the provider said to it. */
interface StartToMove extends PlacementToChange {
  readonly startsOn: IsoDate
  readonly reason: LaterReason
  /** Who of the provider agreed and how; kept in the ledger, so without a word of who care is for. */
  readonly consent: string
}

/** Moves an agreed start to a later day, before care begins; its visits and a short term move with it, and waiting goes on until then. */
export const moveStart = (
  db: Db,
  actor: Actor,
  { startsOn, reason, consent, ...asked }: StartToMove,
): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course, courses }) => {
    if (!laterReasons.includes(reason)) return refused('no-reason', 'Choose why it starts later.')
    const said = consent.trim()
    if (said === '') return refused('no-words', 'Enter who of the provider agreed, and how.')
    const person = await personBy(db, work.partnershipId, { id: of.personId })
    const trouble = person && tellTrouble('What the provider said', said, person)
    if (trouble) return refused('tells-who', `${trouble}.`)
    const moved = movedStart(course, isIsoDate(startsOn) ? startsOn : course.startsOn)
    const others = courses.filter(({ id }) => id !== course.id)
    const problem = laterProblem({ course, moved, others, startsOn, today: londonDate(work.at) })
    if (problem) return problem
    await writeStart(work, course, moved, { starts_on: startsOn })
    work.told.push({
      event: 'brokerage.placement-start-moved',
      subject: { kind: 'package', id: of.id },
      payload: {
        placementId: course.id,
        reference: course.reference,
        organisationId: course.organisationId,
        ...{ startsOn, agreed: course.startsOn, shortTermUntil: moved.shortTermUntil, reason, consent: said },
      },
    })
    return { outcome: 'done' }
  })
