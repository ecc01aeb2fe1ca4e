/** How far something is. */
export const continuityStates = ['not-begun', 'under-way', 'done'] as const

export type ContinuityState = (typeof continuityStates)[number]

/** Who has to be told when a provider or a home closes. */
export const audiences = ['people', 'provider', 'staff', 'regulator', 'health', 'neighbours'] as const

export type Audience = (typeof audiences)[number]

/** What people do about a closing, as it stands; kept beside the drill from which it follows. */
export interface ContinuityPlan {
  readonly version: number
  readonly leadOfficer: string
  readonly told: Readonly<Record<Audience, ContinuityState>>
  /** Who was told what when; references, never names of people who receive care. */
  readonly communications: string
  readonly handOver: ContinuityState
  readonly handOverNotes: string
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

/** A plan of which nothing has been said yet. */
export const emptyPlan: ContinuityPlan = {
  version: 0,
  leadOfficer: '',
  told: {
    people: 'not-begun',
    provider: 'not-begun',
    staff: 'not-begun',
    regulator: 'not-begun',
    health: 'not-begun',
    neighbours: 'not-begun',
  },
  communications: '',
  handOver: 'not-begun',
  handOverNotes: '',
  changedAt: null,
  changedBy: null,
}

export const continuityWords: Readonly<Record<ContinuityState, string>> = {
  'not-begun': 'Not begun',
  'under-way': 'Under way',
  done: 'Done',
}

export const audienceWords: Readonly<Record<Audience, string>> = {
  people: 'People and their families',
  provider: 'The provider',
  staff: 'Care managers and brokers',
  regulator: 'The regulator',
  health: 'Hospitals and health services',
  neighbours: 'Neighbouring partnerships',
}
