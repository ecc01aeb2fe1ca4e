import type { WorkingCalendar } from '../../core/calendar/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { type BackPlan, backPlan, forwardPlan } from './back-plan.ts'
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

interface Kept {
  readonly back: Map<string, BackPlan>
  readonly done: Map<string, IsoDate>
}
const kept = new WeakMap<Planning, Kept>()

function keptOf(planning: Planning): Kept {
  const found = kept.get(planning) ?? { back: new Map(), done: new Map() }
  kept.set(planning, found)
  return found
}

const keyOf = ({ standard, kind, from }: LeadTime, day: IsoDate): string => `${standard} ${kind} ${from} ${day}`

/** The lead time and the latest safe start for a kind of contract and its last day; registers ask for the same ones often. */
export function safeStart(
  planning: Planning,
  asked: { readonly kind: LeadTime['kind']; readonly end: IsoDate; readonly on: IsoDate },
): { readonly leadTime: LeadTime; readonly plan: BackPlan } {
  const leadTime = leadTimeFor(planning.leadTimes, asked.kind, asked.on) ?? noSteps
  const { back } = keptOf(planning)
  const key = keyOf(leadTime, asked.end)
  const plan = back.get(key) ?? backPlan({ ...planning, steps: leadTime.steps, end: asked.end })
  back.set(key, plan)
  return { leadTime, plan }
}

/** When all would be done that begins on a day. */
export function doneWhenBegun(planning: Planning, leadTime: LeadTime, start: IsoDate): IsoDate {
  const { done } = keptOf(planning)
  const key = keyOf(leadTime, start)
  const end = done.get(key) ?? forwardPlan({ ...planning, steps: leadTime.steps, start }).end
  done.set(key, end)
  return end
}
