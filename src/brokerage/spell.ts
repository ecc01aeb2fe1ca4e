import type { Id, IsoDate } from '../core/values/index.ts'
import type { DeclineReason } from './offer.ts'
import type { Band } from './visit-line.ts'

/** Waiting for care at all or for the rest of it; or having it, but not as wanted. */
export type SpellKind = 'need' | 'preference'

/** Why it is unmet: what providers said most, or why nobody was asked. */
export const unmetReasons = [
  'being-arranged',
  'no-capacity-area',
  'no-capacity-time',
  'no-capacity-two-carers',
  'no-capacity-staff',
  'skill',
  'carer-gender',
  'outside-lot',
  'cannot-meet-need',
  'price',
  'short-notice',
  'previous-breakdown',
  'no-reply',
  'nobody-to-ask',
  'handed-back',
  'choice',
  'other',
] as const satisfies readonly (
  | DeclineReason
  | 'being-arranged'
  | 'no-reply'
  | 'nobody-to-ask'
  | 'handed-back'
  | 'choice'
)[]

export type UnmetReason = (typeof unmetReasons)[number]

/** The part of the day that is missing; one who misses several is counted as such, so that everybody is counted once. */
export type UnmetBand = Band | 'several'

/** Who helps meanwhile. */
export const interimCovers = [
  'none',
  'family',
  'in-house',
  'other-provider',
  'in-hospital',
  'care-home',
  'other',
] as const

export type InterimCover = (typeof interimCovers)[number]

/** What waiting did, as a professional judges it. */
export const harms = ['not-assessed', 'none', 'low', 'moderate', 'severe'] as const

export type Harm = (typeof harms)[number]

/** In what a person has care, but not as they wanted it. */
export const preferences = ['time', 'language', 'gender', 'distance', 'provider', 'other'] as const

export type Preference = (typeof preferences)[number]

/** What held in a spell over some days. */
export interface SpellPiece {
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly wantedMinutes: number
  readonly deliveredMinutes: number
  readonly interim: InterimCover
  readonly reason: UnmetReason
  readonly harm: Harm
  readonly reviewOn: IsoDate | null
  /** What is not delivered, by band and number of carers; the minutes are carers' minutes a week. */
  readonly unplaced: readonly { readonly band: Band; readonly carers: 1 | 2; readonly minutes: number }[]
}

/** From assessed and ready to care in place, for one need of one person. */
export interface Spell {
  readonly id: Id
  readonly personId: Id
  readonly packageId: Id
  readonly need: string
  readonly serviceType: string
  readonly area: string
  readonly kind: SpellKind
  readonly preference: Preference | null
  readonly origin: 'hospital' | 'community'
  readonly beganAt: Date
  readonly endedOn: IsoDate | null
  /** At rest: somebody in hospital does not wait for care at home. */
  readonly endReason: 'care-in-place' | 'withdrawn' | 'ended' | 'at-rest' | null
  readonly pieces: readonly SpellPiece[]
}
