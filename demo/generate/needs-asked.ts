import { englishKinds, type Kind, scottishKinds } from './kinds.ts'

/** What is made up about the need for one service. */
export interface NeedAsked {
  /** Key of the service type. */
  readonly service: string
  /** The service in a sentence: "care at home". */
  readonly words: string
  readonly unit: 'hours-a-week' | 'places' | 'places-a-week' | 'people' | 'homes'
  /** What stands between the number and the service: "hours a week of". */
  readonly unitWords: string
  /**
   * Where supply comes from: places of the invented register itself, places of some of its kinds counted apart, or
   * made up to this much over the whole area.
   */
  readonly supply: 'register' | 'kinds' | number
  readonly kinds: readonly Kind[]
  /** Need as a share of supply over all places, before chance moves it. */
  readonly share: number
  /** Need as a share of supply where a document names a shortage, by area code. */
  readonly named?: Readonly<Record<string, number>>
  /** Growth of need up to the year of the forecast. */
  readonly growth: number
}

const [scottish, english] = [scottishKinds, englishKinds]

const olderHomes = {
  service: 'care-home-older-people',
  words: 'care homes for older people',
  unit: 'places',
  unitWords: 'places in',
  supply: 'register',
} as const
const adultHomes = {
  service: 'care-home-adults',
  words: 'care homes for adults',
  unit: 'places',
  unitWords: 'places in',
  supply: 'register',
} as const
const careAtHome = {
  service: 'care-at-home',
  words: 'care at home',
  unit: 'hours-a-week',
  unitWords: 'hours a week of',
  kinds: [],
} as const
const dayPlaces = {
  service: 'day-support',
  words: 'day support',
  unit: 'places',
  unitWords: 'places in',
  supply: 'register',
  kinds: [scottish.day],
} as const
const supportedLiving = {
  service: 'supported-living',
  words: 'supported living',
  unit: 'people',
  unitWords: 'people in',
  kinds: [],
} as const

const scottishOlder = { ...olderHomes, kinds: [scottish.older, scottish.dementia] } as const
const scottishAdults = { ...adultHomes, kinds: [scottish.learning, scottish.mental, scottish.physical] } as const
const centreAndNorth = ['E07000118', 'E07000119', 'E07000121', 'E07000123', 'E07000126', 'E07000127', 'E07000128']

/** What is made up for each partnership; where documents name a shortage, the invented need is larger than the supply. */
export const needsAsked: Readonly<Record<string, readonly NeedAsked[]>> = {
  'west-lothian': [
    { ...careAtHome, supply: 27_000, share: 1.07, growth: 0.12 },
    { ...scottishOlder, share: 1.03, growth: 0.14 },
    { ...scottishAdults, share: 1.2, growth: 0.05 },
    { ...dayPlaces, share: 0.98, growth: 0.1 },
    { ...supportedLiving, supply: 420, share: 1.09, growth: 0.06 },
    {
      service: 'housing-support',
      words: 'housing support',
      unit: 'people',
      unitWords: 'people in',
      supply: 900,
      kinds: [],
      share: 1.02,
      growth: 0.05,
    },
  ],
  inverclyde: [
    { ...careAtHome, supply: 12_600, share: 1.05, growth: 0.07 },
    { ...scottishOlder, share: 0.98, growth: 0.1 },
    { ...scottishAdults, share: 1.25, growth: 0.03 },
    { ...dayPlaces, share: 1.02, growth: 0.06 },
    { ...supportedLiving, supply: 240, share: 1.05, growth: 0.04 },
  ],
  'east-lothian': [
    { ...careAtHome, supply: 14_200, share: 1.09, growth: 0.11 },
    { ...scottishOlder, share: 1.02, growth: 0.13 },
    { ...scottishAdults, share: 1.2, growth: 0.04 },
    { ...dayPlaces, share: 0.97, growth: 0.08 },
    { ...supportedLiving, supply: 210, share: 1.06, growth: 0.05 },
  ],
  lancashire: [
    {
      ...careAtHome,
      supply: 68_000,
      share: 1.01,
      named: { E07000119: 1.24, E07000128: 1.19, E07000117: 1.08, E07000118: 1.09, E07000126: 1.07 },
      growth: 0.12,
    },
    {
      ...olderHomes,
      kinds: [
        english.nursing,
        english.residential,
        english.dementiaNursing,
        english.dementiaResidential,
        english.councilHome,
      ],
      share: 0.96,
      growth: 0.13,
    },
    {
      service: 'care-home-dementia-nursing',
      words: 'nursing homes with dementia care',
      unit: 'places',
      unitWords: 'places in',
      supply: 'kinds',
      kinds: [english.dementiaNursing],
      share: 0.97,
      named: Object.fromEntries(centreAndNorth.map((code) => [code, 1.22])),
      growth: 0.16,
    },
    {
      service: 'care-home-dementia-residential',
      words: 'residential homes with dementia care',
      unit: 'places',
      unitWords: 'places in',
      supply: 'kinds',
      kinds: [english.dementiaResidential, english.councilHome],
      share: 0.96,
      named: Object.fromEntries(centreAndNorth.map((code) => [code, 1.14])),
      growth: 0.16,
    },
    { ...adultHomes, kinds: [english.younger, english.mental], share: 1.15, growth: 0.04 },
    { ...supportedLiving, supply: 2300, share: 1.05, growth: 0.07 },
    {
      service: 'extra-care',
      words: 'Extra Care',
      unit: 'homes',
      unitWords: 'homes in',
      supply: 900,
      kinds: [],
      share: 1.5,
      growth: 0.2,
    },
    {
      service: 'day-support-older-people',
      words: 'day services for older people',
      unit: 'places-a-week',
      unitWords: 'places a week in',
      supply: 1470,
      kinds: [],
      share: 1.05,
      growth: 0.1,
    },
  ],
}
