import type { Ending } from './invented-names.ts'

export type Sector = 'private' | 'voluntary' | 'council'

/** A kind of service as a regulator words it, and how such services tend to be. */
export interface Kind {
  /** Care Inspectorate: CareService and Subtype. Care Quality Commission: the kinds and bands that are ticked. */
  readonly words: readonly string[]
  readonly bands: readonly string[]
  readonly ending: Ending
  /** Registered places, from and to; none where places are not registered. */
  readonly places?: readonly [number, number]
  readonly sectors: readonly (readonly [Sector, number])[]
  /** Whole-time staff to a place, or to a service without places. */
  readonly staff: number
  readonly children?: true
  /** Whether its setting is graded: not where people are helped in their own homes. */
  readonly setting?: true
}

const mostlyPrivate = [
  ['private', 8],
  ['voluntary', 1],
  ['council', 1],
] as const
const mostlyVoluntary = [
  ['voluntary', 7],
  ['private', 2],
  ['council', 1],
] as const
const council = [['council', 1]] as const

/** Kinds in the words of the Care Inspectorate. */
export const scottishKinds = {
  older: {
    words: ['Care Home Service', 'Older People'],
    bands: ['Older people - frailty'],
    ending: 'care-home',
    places: [30, 84],
    sectors: [
      ['private', 7],
      ['voluntary', 1],
      ['council', 2],
    ],
    staff: 0.9,
    setting: true,
  },
  dementia: {
    words: ['Care Home Service', 'Older People'],
    bands: ['Older people - dementia'],
    ending: 'care-home',
    places: [40, 90],
    sectors: mostlyPrivate,
    staff: 1,
    setting: true,
  },
  learning: {
    words: ['Care Home Service', 'Learning Disabilities'],
    bands: ['Learning difficulties'],
    ending: 'small-home',
    places: [4, 12],
    sectors: mostlyVoluntary,
    staff: 2,
    setting: true,
  },
  mental: {
    words: ['Care Home Service', 'Mental Health Problems'],
    bands: ['Mental health problems (other than dementia)'],
    ending: 'small-home',
    places: [6, 16],
    sectors: mostlyVoluntary,
    staff: 1.2,
    setting: true,
  },
  physical: {
    words: ['Care Home Service', 'Physical and Sensory Impairment'],
    bands: ['Physical disability or illness'],
    ending: 'small-home',
    places: [6, 20],
    sectors: mostlyVoluntary,
    staff: 1.5,
    setting: true,
  },
  breaks: {
    words: ['Care Home Service', 'Respite Care and Short Breaks'],
    bands: ['Learning difficulties'],
    ending: 'short-breaks',
    places: [5, 10],
    sectors: mostlyVoluntary,
    staff: 1.5,
    setting: true,
  },
  home: {
    words: ['Support Service', 'Care at Home'],
    bands: [],
    ending: 'care-at-home',
    sectors: [
      ['private', 6],
      ['voluntary', 3],
      ['council', 1],
    ],
    staff: 34,
  },
  day: {
    words: ['Support Service', 'Other than Care at home'],
    bands: [],
    ending: 'day-support',
    places: [12, 50],
    sectors: [
      ['council', 4],
      ['voluntary', 4],
      ['private', 1],
    ],
    staff: 0.3,
    setting: true,
  },
  housing: {
    words: ['Housing Support Service', ''],
    bands: [],
    ending: 'housing-support',
    sectors: mostlyVoluntary,
    staff: 26,
  },
  lives: { words: ['Adult Placement Service', ''], bands: [], ending: 'shared-lives', sectors: council, staff: 6 },
  nurses: { words: ['Nurse Agency', ''], bands: [], ending: 'nurse-agency', sectors: [['private', 1]], staff: 20 },
  children: {
    words: ['Care Home Service', 'Children & Young People'],
    bands: [],
    ending: 'childrens-home',
    places: [3, 6],
    sectors: [
      ['council', 1],
      ['voluntary', 1],
    ],
    staff: 2.4,
    children: true,
    setting: true,
  },
} as const satisfies Record<string, Kind>

const withNursing = 'Care home service with nursing'
const withoutNursing = 'Care home service without nursing'

/** Kinds in the words of the Care Quality Commission. */
export const englishKinds = {
  nursing: {
    words: [withNursing],
    bands: ['Older People', 'Physical Disability'],
    ending: 'care-home',
    places: [36, 84],
    sectors: [
      ['private', 9],
      ['voluntary', 1],
    ],
    staff: 1,
  },
  residential: {
    words: [withoutNursing],
    bands: ['Older People'],
    ending: 'care-home',
    places: [30, 76],
    sectors: [
      ['private', 9],
      ['voluntary', 1],
    ],
    staff: 0.8,
  },
  dementiaNursing: {
    words: [withNursing],
    bands: ['Dementia', 'Older People'],
    ending: 'care-home',
    places: [40, 90],
    sectors: [
      ['private', 9],
      ['voluntary', 1],
    ],
    staff: 1.1,
  },
  dementiaResidential: {
    words: [withoutNursing],
    bands: ['Dementia', 'Older People'],
    ending: 'care-home',
    places: [30, 80],
    sectors: [
      ['private', 9],
      ['voluntary', 1],
    ],
    staff: 0.9,
  },
  councilHome: {
    words: [withoutNursing],
    bands: ['Dementia', 'Older People'],
    ending: 'care-home',
    places: [32, 54],
    sectors: council,
    staff: 0.9,
  },
  younger: {
    words: [withoutNursing],
    bands: ['Learning disabilities or autistic spectrum disorder', 'Younger Adults'],
    ending: 'small-home',
    places: [4, 14],
    sectors: [
      ['private', 6],
      ['voluntary', 4],
    ],
    staff: 2,
  },
  mental: {
    words: [withoutNursing],
    bands: ['Mental Health', 'Younger Adults'],
    ending: 'small-home',
    places: [6, 20],
    sectors: [
      ['private', 7],
      ['voluntary', 3],
    ],
    staff: 1.2,
  },
  home: {
    words: ['Domiciliary care service'],
    bands: ['Older People', 'Younger Adults'],
    ending: 'care-at-home',
    sectors: mostlyPrivate,
    staff: 40,
  },
  living: {
    words: ['Supported living service'],
    bands: ['Learning disabilities or autistic spectrum disorder', 'Younger Adults'],
    ending: 'supported-living',
    sectors: mostlyVoluntary,
    staff: 40,
  },
  extra: {
    words: ['Extra Care housing services'],
    bands: ['Older People'],
    ending: 'extra-care',
    sectors: [
      ['voluntary', 3],
      ['private', 1],
    ],
    staff: 16,
  },
  lives: {
    words: ['Shared Lives'],
    bands: ['Learning disabilities or autistic spectrum disorder'],
    ending: 'shared-lives',
    sectors: council,
    staff: 8,
  },
} as const satisfies Record<string, Kind>
