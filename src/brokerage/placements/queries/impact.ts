import type { Db } from '../../../core/db/index.ts'
import { addDays, type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { offersOfPackage } from '../../offers/queries/offer.ts'
import { wantedLines } from '../../offers/queries/unplaced.ts'
import { unplacedFrom } from '../../offers/unplaced.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { type Course, holdsOn, isLive } from '../course.ts'
import type { GivenThen, Picture } from '../impact.ts'
import { linesOn } from '../lines-given.ts'
import { costOf, weeklyCosts } from './cost.ts'
import { coursesOf } from './courses.ts'

/** How a package stands as of a day: who gives what at which price, and what nobody gives. */
export async function pictureOf(
  db: Db,
  partnershipId: Id,
  packageId: Id,
  { on, at }: { readonly on: IsoDate; readonly at: Date },
): Promise<Picture> {
  const today = londonDate(at)
  const of = await packageBy(db, partnershipId, { id: packageId }, on)
  if (!of) throw new Error('A package that was found is gone.')
  const courses = await coursesOf(db, partnershipId, packageId)
  const live = courses.filter(isLive)
  const given: GivenThen[] = []
  for (const course of live) given.push(await givenOn(db, partnershipId, course, on))
  const wanted = await wantedLines(db, partnershipId, packageId, today)
  const offers = await offersOfPackage(db, partnershipId, packageId)
  return {
    package: of,
    courses,
    given,
    unplaced: unplacedFrom(
      wanted,
      live.flatMap(({ visits }) => visits),
      on > today ? on : today,
    ),
    asked: offers.filter(({ state }) => state === 'open').map(({ organisation }) => organisation),
  }
}

async function givenOn(db: Db, partnershipId: Id, course: Course, on: IsoDate): Promise<GivenThen> {
  const rests = course.pauses.some((pause) => holdsOn(pause, on))
  const lines = rests ? [] : linesOn(course, on)
  const none = { pence: 0 }
  const [weekly = none, weeklyNextYear = none] =
    lines.length === 0 ? [] : await weeklyCosts(db, partnershipId, course, lines, [on, addDays(on, 364)])
  return {
    organisationId: course.organisationId,
    organisation: course.organisation,
    lines,
    minutes: weeklyMinutes(lines),
    weekly,
    weeklyNextYear,
    year: await costOf(db, partnershipId, course, on, addDays(on, 364)),
  }
}
