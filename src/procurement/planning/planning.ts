import type { WorkingCalendar } from '../../core/calendar/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { type BackPlan, backPlan, forwardPlan, latestSafeStart } from './back-plan.ts'
import { type LeadTime, leadTimeFor } from './lead-time.ts'
import type { Committees } from './step.ts'

/** A framework that someone else made, as far as dates go by it. */
export interface Framework {
  readonly owner: string
  readonly title: string
  /** The day after its last agreed one. */
  readonly until: IsoDate | null
  /** Its last day with all of its options. */
  readonly latestEnd: IsoDate | null
}

/** All that decision dates of a partnership are worked out from. */
export interface Planning {
  readonly calendar: WorkingCalendar
  readonly committees: Committees
  /** Its own lead times and the standard ones. */
  readonly leadTimes: readonly LeadTime[]
  readonly frameworks: ReadonlyMap<string, Framework>
  /** Of contracts that an awarded one follows: the first day of that. */
  readonly followed: ReadonlyMap<Id, IsoDate>
}

const noSteps: LeadTime = { kind: '', name: '', steps: [], from: null, until: null, standard: true }

/** What was worked out already: registers ask for the same lead times and days often. */
interface Kept {
  readonly leadTimes: Map<string, LeadTime>
  readonly starts: Map<LeadTime, Map<IsoDate, IsoDate>>
  readonly done: Map<LeadTime, Map<IsoDate, IsoDate>>
}
const kept = new WeakMap<Planning, Kept>()

function keptOf(planning: Planning): Kept {
  const found = kept.get(planning) ?? { leadTimes: new Map(), starts: new Map(), done: new Map() }
  kept.set(planning, found)
  return found
}

/** What is kept under a key, worked out when it is first asked for. */
function once<Key, Value>(known: Map<Key, Value>, key: Key, work: () => Value): Value {
  const found = known.get(key) ?? work()
  known.set(key, found)
  return found
}

/** For what a latest safe start is asked: a kind of contract, the last day by which all is to be ready, and as seen from when. */
interface StartAsked {
  readonly kind: LeadTime['kind']
  readonly end: IsoDate
  readonly on: IsoDate
}

/** The lead time that counts for a kind of contract on a day; one without steps where there is none. */
export const leadTimeOn = (planning: Planning, { kind, on }: Pick<StartAsked, 'kind' | 'on'>): LeadTime =>
  once(keptOf(planning).leadTimes, `${kind} ${on}`, () => leadTimeFor(planning.leadTimes, kind, on) ?? noSteps)

/** The latest safe start alone: cheap enough for every contract of a register. */
export function safeStart(planning: Planning, asked: StartAsked): IsoDate {
  const leadTime = leadTimeOn(planning, asked)
  const starts = once(keptOf(planning).starts, leadTime, () => new Map<IsoDate, IsoDate>())
  return once(starts, asked.end, () => latestSafeStart({ ...planning, steps: leadTime.steps, end: asked.end }))
}

/** The whole plan back from a day. */
export const planBack = (planning: Planning, asked: StartAsked): BackPlan =>
  backPlan({ ...planning, steps: leadTimeOn(planning, asked).steps, end: asked.end })

/** When all would be done that begins on a day. */
export function doneWhenBegun(planning: Planning, leadTime: LeadTime, start: IsoDate): IsoDate {
  const days = once(keptOf(planning).done, leadTime, () => new Map<IsoDate, IsoDate>())
  return once(days, start, () => forwardPlan({ ...planning, steps: leadTime.steps, start }).end)
}
