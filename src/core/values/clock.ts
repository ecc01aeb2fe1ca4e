/** What time it is; passed in wherever time matters, so that no rule reads the machine's clock. */
export interface Clock {
  now(): Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }
