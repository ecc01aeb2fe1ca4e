import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Database, Db } from '../../../core/db/index.ts'
import type { Agenda } from '../agenda.ts'
import type { ProviderDoor } from '../provider-door.ts'
import type { WeekGround } from '../queries/week-ground.ts'
import type { WeekCourse } from '../week-course.ts'

/** Who works in a played week. */
export interface WeekPeople {
  readonly manager: Actor
  readonly broker: Actor
  readonly approver: Actor
}

/** A week to be played in a partnership of the demonstration. */
export interface WeekAsked {
  readonly partnership: Partnership
  readonly people: WeekPeople
  readonly door: ProviderDoor
  readonly days: number
  /** Requests a working day. */
  readonly aDay: number
  readonly seed: string
  /** The present moment, at which it ends. */
  readonly until: Date
  /** Waits until it is time for a moment, and moves the clock to it. */
  readonly come: (at: Date) => Promise<void>
  /** What the real clock says: for how long a moment holds. */
  readonly now: () => Date
  readonly stopped?: () => boolean
  readonly onHappening?: (at: Date, what: string) => void
}

/** How often each thing happened in a week. */
export type WeekTally = Record<string, number>

/** What those who play share. */
export interface Playing extends WeekAsked {
  readonly database: Database
  readonly agenda: Agenda
  readonly ground: WeekGround
  readonly course: WeekCourse
  /** Notes what happened. */
  readonly tell: (at: Date, what: string) => void
  /** Acts in the partnership in somebody's name. */
  readonly act: <T>(actor: Actor, work: (db: Db) => Promise<T>) => Promise<T>
  /** Matters that somebody has in hand already. */
  readonly inHand: Set<string>
}
