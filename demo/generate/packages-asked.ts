/** How a package stands on the day that the file pictures. */
export type StateAsked = 'placed' | 'agreed' | 'part' | 'ended' | 'resting' | 'notice' | 'waiting' | 'unmet'

/** Packages of one kind: how many, of what, where, since when, and why they wait. */
export interface PackagesAsked {
  readonly state: StateAsked
  readonly packages: number
  readonly service: string
  /** In whose lots those stand who give it. */
  readonly contract: string
  /** Names of the grounds; all of them without. */
  readonly grounds?: readonly string[]
  /** Grounds in which there are none. */
  readonly notIn?: readonly string[]
  readonly readyDaysAgo: readonly [number, number]
  readonly visits?: readonly string[]
  readonly given?: string
  readonly because?: readonly string[]
  readonly hospital?: number
}

/** A usual mix of one service: what is settled, what is under way, and some who wait, few enough to be hidden. */
const mix = (
  service: string,
  contract: string,
  sizes: { placed: number; ended: number; unmet: number; waiting: number },
): PackagesAsked[] => {
  const of = { service, contract }
  return [
    { ...of, state: 'placed', packages: sizes.placed, readyDaysAgo: [18, 200] },
    { ...of, state: 'ended', packages: sizes.ended, readyDaysAgo: [40, 190] },
    { ...of, state: 'agreed', packages: Math.ceil(sizes.placed / 20), readyDaysAgo: [1, 6] },
    { ...of, state: 'resting', packages: Math.ceil(sizes.placed / 16), readyDaysAgo: [30, 150] },
    { ...of, state: 'notice', packages: Math.ceil(sizes.placed / 24), readyDaysAgo: [60, 150] },
    {
      ...of,
      state: 'unmet',
      packages: sizes.unmet,
      readyDaysAgo: [28, 62],
      because: ['no-capacity-area', 'no-capacity-area', 'no-capacity-time', 'skill', 'no-reply', 'carer-gender'],
    },
    { ...of, state: 'waiting', packages: sizes.waiting, readyDaysAgo: [1, 3], hospital: 0.5 },
  ]
}

/** A ward in which nobody has two carers for the evening: the morning is given, the evening waits. Nobody else waits there: one more would be found out from the others. */
const dry = 'Fauldhouse and the Breich Valley'
const eveningWard: PackagesAsked = {
  state: 'part',
  packages: 9,
  service: 'care-at-home',
  contract: 'WLM-CAH',
  grounds: [dry],
  readyDaysAgo: [34, 75],
  visits: ['morning 30; evening 30 x2', 'morning 45; evening 30 x2', 'morning 30; evening 45 x2'],
  given: 'morning',
  because: ['no-capacity-two-carers'],
  hospital: 0.2,
}

/** The packages of each partnership; what is seen of them on the statement is little, because small numbers are hidden. */
export const packagesAsked: ReadonlyMap<string, readonly PackagesAsked[]> = new Map([
  [
    'west-lothian',
    [
      eveningWard,
      ...mix('care-at-home', 'WLM-CAH', { placed: 70, ended: 28, unmet: 14, waiting: 7 }).map((kind) => ({
        ...kind,
        notIn: [dry],
      })),
    ],
  ],
  [
    'inverclyde',
    [
      ...mix('care-at-home', 'INV-CAH', { placed: 44, ended: 14, unmet: 8, waiting: 5 }),
      ...mix('supported-living', 'INV-SL', { placed: 10, ended: 2, unmet: 1, waiting: 2 }),
    ],
  ],
  ['lancashire', mix('care-at-home', 'LAN-HC', { placed: 60, ended: 20, unmet: 18, waiting: 8 })],
])
