/** A provider who may take a package, by its place in `providers`. */
export interface Option {
  readonly provider: number
  /** Pence a week, travel included. */
  readonly cost: number
  /** Place in the framework's order: 1 is asked first; equal ranks have no order among them. */
  readonly rank: number
}

/** One package of care that waits, or one that is given now and may stay. */
export interface PackageToPlace {
  readonly id: string
  readonly area: number
  /** Carers' minutes a week in each band of the day. */
  readonly minutes: readonly number[]
  /** Weight of an hour left unmet. */
  readonly priority: number
  readonly options: readonly Option[]
  /** Who gives it now; its minutes are in the capacity and cap that are given, not in the book. */
  readonly current: number | null
  /** Whether it stays with who gives it now; without a current provider, whether it stays unplaced. */
  readonly locked: boolean
  /** Providers that are refused for it here. */
  readonly forbidden: readonly number[]
}

/** A provider with the room it has for the packages of the problem. */
export interface ProviderWithRoom {
  readonly id: string
  /** Minutes a week by area and band; where nothing is said there is none. */
  readonly capacity: readonly { readonly area: number; readonly band: number; readonly minutes: number }[]
  /** Minutes a week over all areas and bands; null for no cap. */
  readonly capMinutes: number | null
  /** With any of the packages in an area, book and plan together come to at least this. */
  readonly minRun: readonly { readonly area: number; readonly minutes: number }[]
  /** Minutes a week of care that it gives already, outside the problem. */
  readonly book: readonly { readonly area: number; readonly minutes: number }[]
}

/** The exchange format `mercat-allocation/1`. */
export interface Problem {
  /** Times the package's priority, for each hour left unmet. */
  readonly unmetPencePerHour: number
  readonly packages: readonly PackageToPlace[]
  readonly providers: readonly ProviderWithRoom[]
  /** With any of the packages in an area, a provider has at most this part of the area's book and plan; null for no limit. */
  readonly maxShare: number | null
  /** Added to the cost of an option for each rank after the best of its package, under the policy `priced`; 0 where left out. */
  readonly bypassPence?: number
}

/** `strict`: nobody is passed over who has room; `priced`: passing over costs what the problem says. */
export type Policy = 'strict' | 'priced'

/** For each package the place of its provider in `providers`; null for unmet. */
export type Plan = readonly (number | null)[]

/** A plan with what is proved of it. */
export interface Answer {
  readonly plan: Plan
  /** Pence a week: costs (and bypasses) of what is placed, and the weight of what is unmet. */
  readonly objective: number
  /** No plan costs less. */
  readonly bound: number
  /** (objective − bound) ÷ objective; 0 where the objective is 0. */
  readonly gap: number
  readonly unmet: { readonly packages: number; readonly weightedMinutes: number }
  readonly iterations: number
  readonly seed: number
  /** Whether objective and bound meet: only then is the plan called optimal. */
  readonly proved: boolean
}
