import { partnershipById } from '../../../core/auth/index.ts'
import { calendarOfPartnership } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { addDays, type Id, type IsoDate } from '../../../core/values/index.ts'
import { type PriceOn, pricesOver, type WeeklyVisits } from '../../../procurement/index.ts'
import { visitsOfWeek } from '../../rules/week-of-lines.ts'
import { brokerage } from '../../schema/index.ts'
import type { VisitLine } from '../../visit-line.ts'
import { type Cost, costOver, type DayPrice, type PricedVisits } from '../cost.ts'
import type { Course } from '../course.ts'
import { courseBy } from './courses.ts'

/** Days over which something is priced. */
interface Stretch {
  readonly from: IsoDate
  readonly until: IsoDate
}

/** What one placement costs from a day up to another: each day at the rate in force on it, without the days on which it rests. */
export async function costOf(
  db: Db,
  partnershipId: Id,
  placement: { readonly id: Id },
  from: IsoDate,
  until: IsoDate,
): Promise<Cost> {
  const course = await courseBy(db, partnershipId, placement)
  if (!course) throw notFound('This placement')
  return costOver(course, { from, until }, await dayPrices(db, partnershipId, course, { from, until }))
}

/** Whose prices are asked for. */
type PricedCourse = Pick<Course, 'id' | 'lotId' | 'organisationId' | 'organisation'>

/** What some visits a week cost with a provider at the prices of each of some days. */
export async function weeklyCosts(
  db: Db,
  partnershipId: Id,
  course: PricedCourse,
  lines: readonly VisitLine[],
  days: readonly IsoDate[],
): Promise<DayPrice[]> {
  const sorted = days.toSorted()
  const [from, last] = [sorted[0], sorted.at(-1)]
  if (from === undefined || last === undefined) return []
  const prices = await placePrices(db, partnershipId, course, { from, until: addDays(last, 1) })
  return days.map((day) => {
    const price = prices(day, visitsOfWeek(lines))
    return price.weeklyPence === null ? { why: price.why } : { pence: price.weeklyPence }
  })
}

/** The prices of a placement's provider in the lot by which it was placed. */
async function placePrices(db: Db, partnershipId: Id, course: PricedCourse, days: Stretch): Promise<PriceOn> {
  const { lotId, organisationId, organisation } = course
  if (lotId === null) {
    const why = `${organisation} has no place in a lot, so no price is agreed.`
    return () => ({ weeklyPence: null, hourlyPence: null, why })
  }
  const person = await referenceOf(db, partnershipId, course.id)
  return pricesOver(db, { partnershipId, lotId, organisationId, ...days, person })
}

/** The price of a provider's visits on each of some days. */
async function dayPrices(
  db: Db,
  partnershipId: Id,
  course: PricedCourse,
  days: Stretch,
): Promise<(day: IsoDate, visits: readonly PricedVisits[]) => DayPrice> {
  const prices = await placePrices(db, partnershipId, course, days)
  const calendar = await calendarOfPartnership(db, await partnershipById(db, partnershipId))
  const holidays = new Set(calendar.holidays.map(({ date }) => date))
  return (day, visits) => priceOn(prices, day, visits, holidays.has(day))
}

/** By what those who decide on a higher price know the person: the number of the social work record, or ours. */
async function referenceOf(db: Db, partnershipId: Id, placementId: Id): Promise<string> {
  const row = await brokerage(db)
    .selectFrom('placement as p')
    .innerJoin('person as n', (join) =>
      join.onRef('n.partnership_id', '=', 'p.partnership_id').onRef('n.id', '=', 'p.person_id'),
    )
    .select(['n.reference', 'n.own_reference'])
    .where('p.partnership_id', '=', partnershipId)
    .where('p.id', '=', placementId)
    .executeTakeFirstOrThrow()
  return row.own_reference ?? row.reference
}

function priceOn(prices: PriceOn, day: IsoDate, visits: readonly PricedVisits[], isHoliday: boolean): DayPrice {
  const weekday = new Date(day).getUTCDay()
  const usual = weekday === 0 ? 'sunday' : weekday === 6 ? 'saturday' : 'weekday'
  const priced = (dayType: WeeklyVisits['dayType']) =>
    prices(
      day,
      visits.map((one) => ({ ...one, dayType })),
    )
  const holiday = isHoliday ? priced('public-holiday') : undefined
  // A list that knows no public holidays prices them as the day of the week that they are.
  const price = holiday?.weeklyPence == null ? priced(usual) : holiday
  return price.weeklyPence === null ? { why: price.why } : { pence: price.weeklyPence }
}
