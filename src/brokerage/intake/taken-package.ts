import { type Id, type IsoDate, londonDate, newId } from '../../core/values/index.ts'
import type { CarePackage, PackageState } from '../care-package.ts'
import { minutesByBand } from '../minutes-by-band.ts'
import { unplacedFrom } from '../offers/unplaced.ts'
import { type Course, standOn } from '../placements/course.ts'
import { type Band, type VisitLine, weeklyMinutes } from '../visit-line.ts'
import type { PackageOfFile } from './package-of-file.ts'
import { visitsOf } from './visits-cell.ts'

/** Where a provider stands in the lots for what it gives. */
export interface PlaceInLots {
  readonly organisationId: Id
  readonly contractId: Id | null
  readonly lotId: Id | null
}

/** What a provider gives of a package that was taken over. */
export interface TakenCare {
  readonly course: Course
  readonly noticeOn: IsoDate | null
}

/** A package as it is written down when it is taken over from a file. */
export interface TakenPackage {
  readonly row: PackageOfFile
  readonly package: CarePackage
  readonly care: TakenCare | null
  /** The first day without it. */
  readonly endedOn: IsoDate | null
  /** Carers' minutes a week that nobody has taken on. */
  readonly unplacedMinutes: number
}

/** What a row stands for once everything has its reference. */
export interface TakenAs {
  readonly reference: string
  readonly personId: Id
  readonly district: string
  readonly criteria: string
  /** Of the provider, where the row has one. */
  readonly place: PlaceInLots | undefined
  readonly placementReference: string
  readonly now: Date
}

/** Makes of a row what is written down: the package with its visits, who gives it, and where both stand today. */
export function takenPackage(row: PackageOfFile, as: TakenAs): TakenPackage {
  const { asked, ended } = row
  const [element] = asked.elements
  const lines = element.lines.map((line) => ({ id: newId(), ...line }))
  const today = londonDate(as.now)
  const care = takenCare(row, lines, as, today)
  const { person: _, elements: __, ...said } = asked
  return {
    row,
    package: {
      ...said,
      id: newId(),
      reference: as.reference,
      requestId: newId(),
      personId: as.personId,
      version: 1,
      need: element.need ?? element.serviceType,
      serviceType: element.serviceType,
      district: as.district,
      criteria: as.criteria,
      shortTerm: element.shortTerm,
      state: stateOf(row, care),
      brokerId: null,
      requestedBy: null,
      lines,
    },
    care,
    endedOn: ended?.on ?? null,
    unplacedMinutes: ended ? 0 : unplacedMinutes(lines, care, today),
  }
}

function unplacedMinutes(lines: readonly VisitLine[], care: TakenCare | null, today: IsoDate): number {
  const wanted = lines.map((line) => ({ line, from: today, until: null }))
  return weeklyMinutes(unplacedFrom(wanted, care?.course.visits ?? [], today)?.lines ?? [])
}

function takenCare(
  { care, ended, asked }: PackageOfFile,
  lines: readonly VisitLine[],
  { place, placementReference, now }: TakenAs,
  today: IsoDate,
): TakenCare | null {
  if (!care || !place) return null
  const [{ serviceType }] = asked.elements
  // Over before it began: nothing was given.
  if (ended && ended.on <= care.startOn) return null
  const endsOn = ended?.on ?? care.notice?.endsOn ?? null
  const startsOn = care.startOn
  const wantedFrom = londonDate(asked.readyAt)
  const course: Course = {
    ...place,
    id: newId(),
    reference: placementReference,
    organisation: care.provider,
    offerId: null,
    serviceType,
    area: asked.area,
    state: startsOn <= today ? 'started' : 'agreed',
    startsOn,
    startedOn: startsOn <= today ? startsOn : null,
    endsOn,
    endReason: ended ? ended.reason : care.notice ? 'handed-back' : null,
    shortTermUntil: null,
    committed: {},
    visits: care.given.flatMap(({ line, weekday }) => {
      const of = lines[line]
      if (!of) return []
      const { id: lineId, band, minutes, carers } = of
      return [{ id: newId(), lineId, weekday, band, minutes, carers, wantedFrom, from: startsOn, until: endsOn }]
    }),
    pauses: care.rest ? [{ id: newId(), ...care.rest, keptUntil: null }] : [],
  }
  return { course: { ...course, ...standOn(course, londonDate(now)) }, noticeOn: care.notice?.on ?? null }
}

/** Where a package stands: over, at rest, placed as far as it goes, asked about in vain, or waiting. */
function stateOf({ asked, ended, wait, care: said }: PackageOfFile, care: TakenCare | null): PackageState {
  if (ended) return 'ended'
  const [{ lines }] = asked.elements
  const live = care && care.course.state !== 'ended' && care.course.state !== 'cancelled'
  if (live && care.course.state === 'suspended') return 'suspended'
  if (live && care.course.endsOn === null && said?.given.length === visitsOf(lines).length) return 'placed'
  return wait.reason === 'being-arranged' || wait.reason === 'handed-back' ? 'waiting' : 'unmet'
}

/** Minutes a week that a placement takes of its provider's capacity. */
export function committedBy({ state, visits }: Course): Partial<Record<Band, number>> {
  if (state === 'ended' || state === 'cancelled') return {}
  return minutesByBand(visits.map(({ weekday, ...visit }) => ({ ...visit, days: [weekday] })))
}
