import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { calendarOfPartnership, type Nation, type WorkingCalendar } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { LeadTime } from '../lead-time.ts'
import type { Framework, Planning } from '../planning.ts'
import { standardLeadTimesFor } from '../standard-lead-times.ts'
import type { Meeting, Step } from '../step.ts'

/** Whose planning it is. */
export interface PlanningOwner {
  readonly id: Id
  readonly nation: Nation
}

interface Found {
  leadTimes: Omit<LeadTime, 'standard'>[]
  meetings: (Meeting & { committee: string })[]
  frameworks: (Framework & { key: string })[]
  followed: { id: Id; from: IsoDate }[]
}

/** By all that they are made of: what was worked out by one is found again by the next who reads the same. */
const known = new LRUCache<string, Planning>({ max: 50 })

/** All that decision dates of a partnership are worked out from, in two queries; the same value as long as it says the same. */
export async function planningOf(db: Db, partnership: PlanningOwner): Promise<Planning> {
  const calendar = await calendarOfPartnership(db, partnership)
  const found = await foundFor(db, partnership.id)
  const content = JSON.stringify([calendar, found])
  const planning = known.get(content) ?? planningFrom(calendar, found)
  known.set(content, planning)
  return planning
}

function planningFrom(calendar: WorkingCalendar, { leadTimes, meetings, frameworks, followed }: Found): Planning {
  const committees = byCommittee(meetings)
  return {
    calendar,
    committees,
    leadTimes: [
      ...leadTimes.map((own) => ({ ...own, standard: false })),
      ...standardLeadTimesFor([...committees.keys()]),
    ],
    frameworks: new Map(frameworks.map(({ key, ...framework }) => [key, framework])),
    followed: new Map(followed.map(({ id, from }) => [id, from])),
  }
}

/** As one document, because each part is small and a query costs more than what it carries. */
async function foundFor(db: Db, partnershipId: Id): Promise<Found> {
  const { rows } = await sql<Found>`select
    (select coalesce(json_agg(json_build_object('kind', t.kind, 'name', t.name,
        'from', lower(t.valid), 'until', upper(t.valid), 'steps', t.steps)), '[]')
      from (select l.*, (select coalesce(json_agg(json_build_object('name', s.name, 'unit', s.unit, 'amount', s.amount,
          'committee', s.committee) order by s.position), '[]')
          from lead_time_step s where s.partnership_id = l.partnership_id and s.lead_time_id = l.id) as steps
        from lead_time l where l.partnership_id = ${partnershipId}) t) as "leadTimes",
    (select coalesce(json_agg(json_build_object('committee', m.committee, 'on', m.on_date, 'papersBy', m.papers_by)
        order by m.on_date), '[]')
      from committee_date m where m.partnership_id = ${partnershipId}) as meetings,
    (select coalesce(json_agg(json_build_object('key', f.key, 'owner', f.owner, 'title', f.title,
        'until', upper(f.days), 'latestEnd', f.latest_end)), '[]')
      from national_framework f) as frameworks,
    (select coalesce(json_agg(json_build_object('id', n.follows_id, 'from', n.day)), '[]')
      from (select c.follows_id, min(lower(t.held)) as day
        from contract c join contract_term t on t.partnership_id = c.partnership_id and t.subject_id = c.id
        where c.partnership_id = ${partnershipId} and c.follows_id is not null and c.stage = 'awarded'
          and upper_inf(t.known) and t.state <> 'ended'
        group by c.follows_id) n) as followed`.execute(procurement(db))
  const found = rows[0]
  if (!found) throw new Error('A query without a table gives one row.')
  return found
}

/** The lead times that a partnership has of its own, past ones and those to come as well. */
export async function ownLeadTimes(db: Db, partnershipId: Id): Promise<LeadTime[]> {
  const rows = await procurement(db)
    .selectFrom('lead_time as l')
    .leftJoin('lead_time_step as s', (join) =>
      join.onRef('s.partnership_id', '=', 'l.partnership_id').onRef('s.lead_time_id', '=', 'l.id'),
    )
    .select(['l.id', 'l.kind', 'l.name', 'l.valid', 's.name as step', 's.unit', 's.amount', 's.committee'])
    .where('l.partnership_id', '=', partnershipId)
    .orderBy('l.kind')
    .orderBy('l.valid')
    .orderBy('s.position')
    .execute()
  const times = new Map<Id, LeadTime & { steps: Step[] }>()
  for (const { id, kind, name, valid, step, unit, amount, committee } of rows) {
    const time = times.get(id) ?? { kind, name, steps: [], ...periodFrom(valid), standard: false }
    times.set(id, time)
    if (step !== null && unit !== null && amount !== null) time.steps.push({ name: step, unit, amount, committee })
  }
  return [...times.values()]
}

function byCommittee(meetings: Found['meetings']): Planning['committees'] {
  const committees = new Map<string, Meeting[]>()
  for (const { committee, ...meeting } of meetings) {
    const known = committees.get(committee)
    if (known) known.push(meeting)
    else committees.set(committee, [meeting])
  }
  return committees
}
