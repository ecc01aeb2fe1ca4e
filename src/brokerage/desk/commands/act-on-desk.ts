import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { invalid, notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import { openRound } from '../../offers/commands/open-round.ts'
import { settleDue } from '../../offers/commands/settle-due.ts'
import { resumeRound } from '../../offers/commands/steer-round.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { startPlacement } from '../../placements/commands/start-placement.ts'
import { courseBy } from '../../placements/queries/courses.ts'
import { brokerOf } from '../queries/brokers.ts'
import { takeIfFree, takePackage } from './take-package.ts'

/** What the button of a row asks for. */
export interface DeskAct {
  readonly partnershipId: Id
  readonly packageId: Id
  /** The state of the package that was seen. */
  readonly version: number
  readonly does: string
  /** Whose start is confirmed. */
  readonly placementId?: Id | undefined
  readonly at: Date
}

/** Does what the button of a row says; refused, nothing has changed, and the sentence says who has the package. */
export async function actOnDesk(db: Db, actor: Actor, act: DeskAct): Promise<Outcome> {
  const outcome = await doIt(db, actor, act)
  if (outcome.outcome === 'done' || outcome.because !== 'conflict' || act.does === 'take') return outcome
  const has = await brokerOf(db, act.partnershipId, act.packageId)
  return has ? refused('conflict', `${outcome.sentence} ${has.name} has it.`) : outcome
}

async function doIt(db: Db, actor: Actor, act: DeskAct): Promise<Outcome> {
  const { partnershipId, packageId, version, does, at } = act
  const asked = { partnershipId, packageId, version, at }
  switch (does) {
    case 'take':
      return takePackage(db, actor, asked)
    case 'send': {
      const opened = await openRound(db, actor, asked)
      // Whoever sends the offers has the package from then on, unless somebody had it before.
      if (opened.outcome === 'done') {
        await working({ db, partnershipId, actor, at }, (work) => takeIfFree(work, packageId))
      }
      return opened
    }
    case 'resume':
      return resumeRound(db, actor, asked)
    case 'next': {
      const { lapsed } = await working({ db, partnershipId, actor, at }, (work) => settleDue(work, packageId))
      return lapsed > 0 ? { outcome: 'done' } : refused('over', 'No answer is late any more.')
    }
    case 'start': {
      const course = act.placementId && (await courseBy(db, partnershipId, { id: act.placementId }))
      if (!course || course.packageId !== packageId) throw notFound('This placement')
      return startPlacement(db, actor, { ...asked, placementId: course.id, startedOn: course.startsOn })
    }
    default:
      throw invalid('This button does nothing that is known here.')
  }
}
