import { type Actor, may } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { attempting } from '../../offers/commands/attempting.ts'
import { type Outcome, type Refusal, refused } from '../../offers/outcome.ts'
import { lockPackage } from '../../requests/commands/lock-package.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import type { Course } from '../course.ts'
import { courseBy, coursesOf } from '../queries/courses.ts'
import { settlePackage } from './settle-package.ts'

/** Which package is changed, as it was seen. */
export interface PackageToChange {
  readonly partnershipId: Id
  readonly packageId: Id
  readonly version?: number | undefined
  readonly at: Date
}

/** Which placement is changed, with its package as it was seen. */
export interface PlacementToChange {
  readonly partnershipId: Id
  readonly placementId: Id
  readonly version?: number | undefined
  readonly at: Date
}

/** A package that is one's own until the transaction ends, with all that is given of it. */
export interface Standing {
  readonly package: CarePackage
  readonly courses: readonly Course[]
}

/** What a change leaves: whether more is to be placed than was asked about, and what is done once all is settled. */
export type Changed =
  | Refusal
  | { readonly outcome: 'done'; readonly again?: boolean; readonly after?: (of: CarePackage) => Promise<void> }

/** Changes a package: it is taken first, and brought up to today last; what is refused changes nothing. */
export const changingPackage = (
  db: Db,
  actor: Actor,
  { partnershipId, packageId, version, at }: PackageToChange,
  body: (work: Work, standing: Standing) => Promise<Changed>,
): Promise<Outcome> =>
  attempting({ db, partnershipId, actor, at }, async (work) => {
    const locked = await lockPackage(work, packageId, { version })
    if (locked.outcome === 'conflict') return refused('conflict', locked.sentence)
    const { state } = locked.package
    if (state === 'ended' || state === 'withdrawn') return refused('not-live', 'This package is over.')
    const courses = await coursesOf(db, partnershipId, packageId)
    const changed = await body(work, { package: locked.package, courses })
    if (changed.outcome === 'refused') return changed
    const settled = await settlePackage(work, packageId, changed)
    if (settled.outcome === 'refused') return settled
    if (changed.after) {
      const now = await packageBy(db, partnershipId, { id: packageId }, londonDate(at))
      if (now) await changed.after(now)
      await tellSpell(work, packageId)
    }
    return { outcome: 'done' }
  })

/** Changes one placement of a package; a provider's own only, and a broker's any. */
export async function changingPlacement(
  db: Db,
  actor: Actor,
  { partnershipId, placementId, version, at }: PlacementToChange,
  body: (work: Work, standing: Standing & { readonly course: Course }) => Promise<Changed>,
): Promise<Outcome> {
  const found = await courseBy(db, partnershipId, { id: placementId })
  if (!found || !mayChange(actor, found)) throw notFound('This placement')
  return changingPackage(
    db,
    actor,
    { partnershipId, packageId: found.packageId, version, at },
    async (work, standing) => {
      const course = standing.courses.find(({ id }) => id === placementId)
      if (!course) throw notFound('This placement')
      if (course.state === 'ended') return refused('over', 'This placement is over.')
      if (course.state === 'cancelled') return refused('over', 'This placement was called off before it began.')
      return body(work, { ...standing, course })
    },
  )
}

const mayChange = (actor: Actor, { organisationId }: Course): boolean =>
  actor.kind === 'provider'
    ? actor.organisationId === organisationId
    : may(actor, 'packages.place') || may(actor, 'packages.request')
