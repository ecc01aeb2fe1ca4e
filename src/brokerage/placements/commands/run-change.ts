import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { organisationsCalled } from '../../../providers/index.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { brokerage } from '../../schema/index.ts'
import { concerns } from '../change-kind.ts'
import { type AskedChange, everyPlacement } from '../forms/change-form.ts'
import { coursesOf } from '../queries/courses.ts'
import { amendPackage } from './amend-package.ts'
import type { PackageToChange } from './changing.ts'
import { cancelPlacement, endPackage, withdrawPackage } from './end-package.ts'
import { handBack } from './hand-back.ts'
import { moveEnd } from './move-end.ts'
import { moveStart } from './move-start.ts'
import { resumePlacement, suspendPlacement } from './rest-placement.ts'
import { startPlacement } from './start-placement.ts'
import { transferPlacement } from './transfer-placement.ts'

/** Does what was asked for on the form of a change; all of it, or nothing. */
export async function runChange(db: Db, actor: Actor, on: PackageToChange, asked: AskedChange): Promise<Outcome> {
  const { packageId, ...rest } = on
  switch (asked.kind) {
    case 'visits':
      return amendPackage(db, actor, { ...on, from: asked.from, lines: asked.lines, reason: asked.reason })
    case 'needs': {
      const { needs, startBy, shortTerm, reason } = asked
      return amendPackage(db, actor, { ...on, from: londonDate(on.at), needs, startBy, shortTerm, reason })
    }
    case 'end':
      return endPackage(db, actor, { ...on, on: asked.on, reason: asked.reason })
    case 'withdraw':
      return withdrawPackage(db, actor, { ...on, reason: asked.reason })
    case 'rest':
    case 'resume':
      return forEach(db, on, asked, (placementId, version) => {
        const which = { ...rest, placementId, version }
        return asked.kind === 'rest'
          ? suspendPlacement(db, actor, { ...which, from: asked.from, until: asked.until, reason: asked.reason })
          : resumePlacement(db, actor, { ...which, on: asked.on })
      })
    case 'start':
      return startPlacement(db, actor, { ...rest, placementId: asked.placement, startedOn: asked.startedOn })
    case 'later-start': {
      const { placement: placementId, startsOn, reason, consent } = asked
      return moveStart(db, actor, { ...rest, placementId, startsOn, reason, consent })
    }
    case 'hand-back':
      return handBack(db, actor, { ...rest, placementId: asked.placement, on: asked.on, reason: asked.reason })
    case 'go-on': {
      const { placement: placementId, endsOn, reason, consent } = asked
      return moveEnd(db, actor, { ...rest, placementId, endsOn, reason, consent })
    }
    case 'cancel':
      return cancelPlacement(db, actor, { ...rest, placementId: asked.placement, reason: asked.reason })
    case 'transfer': {
      const toId =
        asked.to ?? (await organisationsCalled(db, [asked.merged])).get(asked.merged.trim().toLowerCase())?.id
      if (toId === undefined)
        return refused(
          'not-in-framework',
          `Nobody called “${asked.merged}” is known. Write the name as it is registered.`,
        )
      const { on: from, reason, approvedBy } = asked
      return transferPlacement(db, actor, { ...rest, placementId: asked.placement, toId, on: from, reason, approvedBy })
    }
  }
}

/** Changes one placement, or every one that can change so. */
async function forEach(
  db: Db,
  { partnershipId, packageId, version, at }: PackageToChange,
  asked: Extract<AskedChange, { kind: 'rest' | 'resume' }>,
  change: (placementId: Id, version: number | undefined) => Promise<Outcome>,
): Promise<Outcome> {
  if (asked.placement !== everyPlacement) return change(asked.placement, version)
  const courses = await coursesOf(db, partnershipId, packageId)
  const theirs = courses.filter((course) => concerns(asked.kind, course, londonDate(at)))
  if (theirs.length === 0) return refused('decided', 'No care of this package can change so now.')
  await sql`savepoint every`.execute(brokerage(db))
  for (const [index, { id }] of theirs.entries()) {
    // The first moves the version on.
    const outcome = await change(id, index === 0 ? version : undefined)
    if (outcome.outcome === 'refused') {
      await sql`rollback to savepoint every`.execute(brokerage(db))
      return outcome
    }
  }
  return { outcome: 'done' }
}

/** Does a change, looks at what came of it, and undoes it: what would happen, before it does. */
export async function tryChange<Seen>(
  db: Db,
  actor: Actor,
  on: PackageToChange,
  asked: AskedChange,
  look: () => Promise<Seen>,
): Promise<Outcome<{ readonly seen: Seen }>> {
  await sql`savepoint trial`.execute(brokerage(db))
  const outcome = await runChange(db, actor, on, asked)
  const tried = outcome.outcome === 'done' ? { ...outcome, seen: await look() } : outcome
  await sql`rollback to savepoint trial`.execute(brokerage(db))
  return tried
}
