import { json } from '../../../core/db/index.ts'
import { rangeOf } from '../../../core/history/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { holdPlacing, takeCapacity } from '../../../providers/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { type Band, daysMask } from '../../visit-line.ts'
import { committedBy, type TakenPackage } from '../taken-package.ts'

/** Rows that one statement takes: the most parameters of a statement are 65,535. */
const atOnce = 1000

const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, at) => rows.slice(at * atOnce, (at + 1) * atOnce))

/** Writes packages that are taken over, with their visits and who gives them, in a number of statements that hardly grows; capacity that is too small for what is given is left, and told by the line of the row. */
export async function writePackages(work: Work, taken: readonly TakenPackage[]): Promise<ReadonlyMap<number, string>> {
  await writeAsked(work, taken)
  const { committed, short } = await takeCapacities(work, taken)
  await writeGiven(work, taken, committed)
  for (const { package: made, care } of taken) {
    const { id, ...payload } = made
    const subject = { kind: 'package', id }
    work.told.push({ event: 'brokerage.package-asked', subject, payload: { ...payload, takenOver: true } })
    if (!care) continue
    const { id: placementId, reference, organisationId, startsOn, startedOn, endsOn, state } = care.course
    const told = { placementId, reference, organisationId, startsOn, startedOn, endsOn, state, takenOver: true }
    work.told.push({ event: 'brokerage.placement-agreed', subject, payload: told })
  }
  return short
}

async function writeAsked({ db, partnershipId: partnership_id, at }: Work, taken: readonly TakenPackage[]) {
  for (const some of slices(taken)) {
    await brokerage(db)
      .insertInto('care_package')
      .values(
        some.map(({ package: made, row, endedOn, unplacedMinutes }) => ({
          ...{ partnership_id, id: made.id, reference: made.reference, request_id: made.requestId, version: 1 },
          ...{ person_id: made.personId, need: made.need, service_type_key: made.serviceType, area_code: made.area },
          ...{ district: made.district, criteria_key: made.criteria, level: made.level },
          ...{ no_level_reason: made.noLevelReason, outcomes: [...made.outcomes], needs: [...made.needs] },
          ...{ choices: made.choices, support_option: made.supportOption, origin: made.origin },
          ...{ assessed_on: made.assessedOn, ready_at: made.readyAt, start_by: made.startBy },
          ...{ pen_picture: made.penPicture, short_term: made.shortTerm, state: made.state },
          ...{ broker_id: null, requested_by: null, created_at: at, changed_at: at },
          ...{ ended_on: endedOn, end_reason: row.ended?.reason ?? null, ends_on: null, ends_because: null },
          ...{ unplaced_minutes: unplacedMinutes, review_on: endedOn === null ? row.wait.reviewOn : null },
        })),
      )
      .execute()
  }
  const lines = taken.flatMap(({ package: made, endedOn }) => {
    const from = londonDate(made.readyAt)
    const held = endedOn !== null && endedOn > from ? `[${from},${endedOn})` : `[${from},)`
    return made.lines.map(({ id, band, days, minutes, carers }) => ({
      ...{ partnership_id, id, package_id: made.id, band, days: daysMask(days), minutes, carers, held },
    }))
  })
  for (const some of slices(lines)) await brokerage(db).insertInto('package_line').values(some).execute()
}

/** Takes what is given of each provider's capacity, one area and service at a time, in the order of organisations. */
async function takeCapacities({ db, partnershipId }: Work, taken: readonly TakenPackage[]) {
  const committed = new Map<Id, Partial<Record<Band, number>>>()
  const short = new Map<number, string>()
  const given = taken.flatMap(({ care, row }) =>
    care ? [{ line: row.line, course: care.course, minutes: committedBy(care.course) }] : [],
  )
  const groups = [...Map.groupBy(given, ({ course }) => keyOf(course))].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, group] of groups) {
    const [first] = group
    if (!first) continue
    const minutesByBand: Partial<Record<Band, number>> = {}
    for (const { minutes } of group)
      for (const [band, more] of Object.entries(minutes) as [Band, number][])
        minutesByBand[band] = (minutesByBand[band] ?? 0) + more
    const { organisationId, serviceType, area } = first.course
    await holdPlacing(db, { partnershipId, organisationId })
    const took = await takeCapacity(db, { partnershipId, organisationId, serviceType, area, minutesByBand })
    for (const { course, minutes, line } of group) {
      if (took.taken) committed.set(course.id, minutes)
      else short.set(line, `It is taken over, but not off the provider’s capacity. ${took.sentence}`)
    }
  }
  return { committed, short }
}

const keyOf = ({ organisationId, serviceType, area }: { organisationId: Id; serviceType: string; area: string }) =>
  `${organisationId} ${serviceType} ${area}`

async function writeGiven(
  { db, partnershipId: partnership_id, at }: Work,
  taken: readonly TakenPackage[],
  committed: ReadonlyMap<Id, Partial<Record<Band, number>>>,
): Promise<void> {
  const all = taken.flatMap(({ package: made, care }) => (care ? [{ made, ...care }] : []))
  const placements = all.map(({ made, course, noticeOn }) => ({
    ...{ partnership_id, id: course.id, reference: course.reference, package_id: made.id, person_id: made.personId },
    ...{ organisation_id: course.organisationId, offer_id: null, contract_id: course.contractId, lot_id: course.lotId },
    ...{ follows_id: null, service_type_key: made.serviceType, area_code: made.area, state: course.state, version: 1 },
    ...{ agreed_at: new Date(`${course.startsOn}T00:00:00Z`) < at ? new Date(`${course.startsOn}T00:00:00Z`) : at },
    ...{ starts_on: course.startsOn, started_on: course.startedOn, ends_on: course.endsOn, short_term_until: null },
    ...{ notice_on: noticeOn, end_reason: course.endReason, committed: json(committed.get(course.id) ?? {}) },
    handed_back_for: null,
  }))
  const visits = all.flatMap(({ made, course }) =>
    course.visits.map(({ id, lineId, weekday, from, until }) => ({
      ...{ partnership_id, id, placement_id: course.id, package_id: made.id, organisation_id: course.organisationId },
      ...{ line_id: lineId, weekday, held: rangeOf({ from, until }) },
    })),
  )
  const pauses = all.flatMap(({ course }) =>
    course.pauses.map(({ id, from, until, reason }) => ({
      ...{ partnership_id, id, placement_id: course.id, organisation_id: course.organisationId },
      ...{ during: rangeOf({ from, until }), reason, told_at: at, kept_until: null },
    })),
  )
  const tables = brokerage(db)
  for (const some of slices(placements)) await tables.insertInto('placement').values(some).execute()
  for (const some of slices(visits)) await tables.insertInto('placed_visit').values(some).execute()
  for (const some of slices(pauses)) await tables.insertInto('placement_pause').values(some).execute()
}
