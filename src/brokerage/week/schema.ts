import { tables } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'

/** Where the clock of a partnership stands whose days are played again. */
export interface WeekTables {
  played_clock: {
    partnership_id: Id
    /** The moment that is played. */
    at: Date
    /** Until when, in real time, nobody else goes by a later one: moved on while it is played, so that it ends with a player that is gone. */
    until: Date
  }
}

/** The view of the database for playing. */
export const week = tables<WeekTables>()
