import { longDate, pounds } from '../../core/ui/format.ts'
import type { Id } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { Unplaced } from '../offers/unplaced.ts'
import { hoursWords } from '../requests/care-words.ts'
import { type VisitLine, weeklyMinutes } from '../visit-line.ts'
import type { Cost, DayPrice } from './cost.ts'
import type { Course } from './course.ts'

/** What one provider gives in the week of a day, and what that costs. */
export interface GivenThen {
  readonly organisationId: Id
  readonly organisation: string
  readonly lines: readonly VisitLine[]
  readonly minutes: number
  readonly weekly: DayPrice
  /** At the prices of the same day a year later. */
  readonly weeklyNextYear: DayPrice
  /** From the day on, over a year. */
  readonly year: Cost
}

/** How a package stands, as of a day. */
export interface Picture {
  readonly package: CarePackage
  readonly courses: readonly Course[]
  readonly given: readonly GivenThen[]
  readonly unplaced: Unplaced | undefined
  /** Who has an open offer. */
  readonly asked: readonly string[]
}

/** One provider before and after a change. */
interface ImpactRow {
  readonly organisation: string
  readonly was: GivenThen | undefined
  readonly is: GivenThen | undefined
}

/** What a change would do, in rows and words. */
export interface Impact {
  /** The finding: what it costs more or less, and what is to be placed. */
  readonly heading: string
  readonly rows: readonly ImpactRow[]
  readonly unplacedHeading: string
  readonly next: string
}

/** What a change would do: a package as it would be without, and with it. */
export function impactOf(before: Picture, after: Picture): Impact {
  const ids = [...new Set([...before.given, ...after.given].map(({ organisationId }) => organisationId))]
  const rows = ids.flatMap((id): ImpactRow[] => {
    const [was, is] = [together(before.given, id), together(after.given, id)]
    const organisation = (is ?? was)?.organisation
    return organisation === undefined ? [] : [{ organisation, was, is }]
  })
  const left = weeklyMinutes(after.unplaced?.lines ?? [])
  const moreLeft = left > weeklyMinutes(before.unplaced?.lines ?? [])
  const cost = costWords(before.given, after.given)
  return {
    heading: `${cost}, and ${left === 0 ? 'nothing is left to be placed' : `${hoursWords(left)} a week ${moreLeft ? 'become' : 'stay'} unplaced`}`,
    rows,
    unplacedHeading: after.unplaced
      ? `To be placed from ${longDate(after.unplaced.on)}`
      : 'Nothing is left to be placed',
    next: nextWords(before, after),
  }
}

/** All that one provider gives; several placements of it are one row. */
function together(given: readonly GivenThen[], organisationId: Id): GivenThen | undefined {
  const theirs = given.filter((one) => one.organisationId === organisationId)
  const [one] = theirs
  if (!one) return undefined
  const sum = (of: (then: GivenThen) => number) => theirs.reduce((total, then) => total + of(then), 0)
  const price = (of: (then: GivenThen) => DayPrice) => theirs.map(of).reduce(added)
  return {
    ...one,
    lines: theirs.flatMap(({ lines }) => lines),
    minutes: sum(({ minutes }) => minutes),
    weekly: price(({ weekly }) => weekly),
    weeklyNextYear: price(({ weeklyNextYear }) => weeklyNextYear),
    year: {
      pence: sum(({ year }) => year.pence),
      unpriced: theirs.find(({ year }) => year.unpriced !== null)?.year.unpriced ?? null,
    },
  }
}

const added = (a: DayPrice, b: DayPrice): DayPrice =>
  'pence' in a && 'pence' in b ? { pence: a.pence + b.pence } : 'pence' in a ? b : a

function costWords(before: readonly GivenThen[], after: readonly GivenThen[]): string {
  const [was, is] = [weekOf(before), weekOf(after)]
  if (was === undefined || is === undefined) return 'What it costs is not known'
  if (was === is) return `The care in place costs as much as before, ${pounds(is)} a week`
  return is > was
    ? `The care in place costs ${pounds(is - was)} a week more`
    : `The care in place costs ${pounds(was - is)} a week less`
}

/** What all cost in a week; undefined when one has no price. */
function weekOf(given: readonly GivenThen[]): number | undefined {
  const sum = given.reduce<DayPrice>((all, { weekly }) => added(all, weekly), { pence: 0 })
  return 'pence' in sum ? sum.pence : undefined
}

function nextWords(before: Picture, after: Picture): string {
  const fresh = after.asked.filter(
    (name) => !before.asked.includes(name) || after.package.state !== before.package.state,
  )
  if (after.asked.length > 0 && fresh.length > 0)
    return `${after.asked.join(' and ')} would be asked at once: what is new goes with what a provider gives already.`
  if (before.asked.length > 0 && after.asked.length === 0)
    return `The offer to ${before.asked.join(' and ')} would be taken back.`
  return after.unplaced ? 'It would wait on the desk until a broker sends offers.' : 'Nobody new would be asked.'
}
