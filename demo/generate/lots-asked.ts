import type { Kind } from './kinds.ts'
import { englishKinds, scottishKinds } from './kinds.ts'

type Role = 'lead' | 'fallback' | 'framework' | 'additional'

/** One lot of a contract, or of several that have the same lots: how many invented providers stand in it, of which kinds, and what they charge. */
export interface LotAsked {
  /** The partnership's own references. */
  readonly contracts: readonly string[]
  readonly lot: string
  readonly name: string
  readonly service: string
  readonly areas: readonly string[]
  readonly needsLead?: true
  readonly role: Role
  /** Rank 1, 2, 3…, or none because all are equal. */
  readonly ranked?: true
  readonly kinds: readonly Kind[]
  readonly sector?: 'council'
  readonly providers: number
  readonly prices: readonly Price[]
}

/** What is charged: invented pence, the same for all when harmonised, spread around the middle when tendered. */
export interface Price {
  readonly basis: 'tendered' | 'harmonised' | 'national'
  readonly unit: string
  readonly visitMinutes?: number
  readonly dayType?: string
  readonly level?: string
  readonly pence?: number
  readonly cap?: number
  readonly units: number
  readonly includes?: string
}

const { home, housing, older, dementia, learning, physical, mental, day, children } = scottishKinds
const wards = [
  ['S13002820', 'Linlithgow'],
  ['S13002821', 'Broxburn, Uphall and Winchburgh'],
  ['S13002822', 'Livingston North'],
  ['S13002823', 'Livingston South'],
  ['S13002824', 'East Livingston and East Calder'],
  ['S13002825', 'Fauldhouse and the Breich Valley'],
  ['S13002826', 'Whitburn and Blackburn'],
  ['S13002827', 'Bathgate'],
  ['S13002828', 'Armadale and Blackridge'],
] as const
const districts = [
  ['E07000117', 'Burnley'],
  ['E07000118', 'Chorley'],
  ['E07000119', 'Fylde'],
  ['E07000120', 'Hyndburn'],
  ['E07000121', 'Lancaster'],
  ['E07000122', 'Pendle'],
  ['E07000123', 'Preston'],
  ['E07000124', 'Ribble Valley'],
  ['E07000125', 'Rossendale'],
  ['E07000126', 'South Ribble'],
  ['E07000127', 'West Lancashire'],
  ['E07000128', 'Wyre'],
] as const

const homeHours = (units: number, pence = 2310): readonly Price[] => [
  { basis: 'tendered', unit: 'hour', pence, units, includes: 'Travel between visits, and the records of each visit' },
  { basis: 'tendered', unit: 'visit', visitMinutes: 30, pence: Math.round(pence * 0.56), units: units / 2 },
  { basis: 'tendered', unit: 'hour', dayType: 'public-holiday', pence: Math.round(pence * 1.5), units: units / 50 },
]
const weekly: readonly Price[] = ['residential', 'nursing'].map((level) => ({
  basis: 'national',
  unit: 'week',
  level,
  units: 5000,
}))

/** A lot in which all are equal, over the whole area of the partnership. */
const equals = (
  contracts: readonly string[],
  [lot, name]: readonly [string, string],
  service: string,
  [area, kinds, providers]: readonly [string, readonly Kind[], number],
  prices: readonly Price[],
  more: Partial<LotAsked> = {},
): LotAsked => ({ contracts, lot, name, service, areas: [area], role: 'framework', kinds, providers, prices, ...more })

const whole = ['', 'Whole contract'] as const
const careAtHome = ['WLM-CAH-2019', 'WLM-CAH'] as const
const wl = 'S12000040'
const inv = 'S12000018'
const el = 'S12000010'
const lan = 'E10000017'
const a = 'tendered'

const westLothian: readonly LotAsked[] = [
  ...wards.map(([code, name], at) =>
    equals(careAtHome, [String(at + 1), name], 'care-at-home', [code, [home], 1], homeHours(26_000), {
      needsLead: true,
      role: 'lead',
      ranked: true,
    }),
  ),
  equals(careAtHome, ['10', 'Whole of West Lothian'], 'care-at-home', [wl, [home], 2], homeHours(20_000, 2390), {
    role: 'fallback',
    ranked: true,
  }),
  equals(
    careAtHome,
    ['Additional', 'Additional providers, once the contract is exhausted'],
    'care-at-home',
    [wl, [home], 3],
    homeHours(4000, 2480),
    { role: 'additional' },
  ),
  ...(
    [
      ['1', 'Specialist autism services', 9],
      ['2', 'Care and support', 12],
      ['3', 'Care at home', 6],
    ] as const
  ).map(([lot, name, providers]) =>
    equals(
      ['WLM-SPEC-2019', 'WLM-SPEC'],
      [lot, name],
      'specialist-care-and-support',
      [wl, [housing, home], providers],
      [
        { basis: a, unit: 'hour', pence: 2240, units: 9000 },
        { basis: a, unit: 'sleepover', pence: 13_100, units: 300 },
      ],
    ),
  ),
  equals(
    ['WLM-ACC'],
    whole,
    'supported-living-24-hour',
    [wl, [housing], 4],
    [
      { basis: a, unit: 'hour', pence: 2260, units: 24_000 },
      { basis: a, unit: 'waking-night', pence: 19_800, units: 365 },
    ],
  ),
  equals(['WLM-OAR'], whole, 'care-home-older-people', [wl, [older, dementia], 8], weekly),
  equals(
    ['WLM-AR-BLOCK'],
    whole,
    'care-home-adults',
    [wl, [learning, physical], 2],
    [{ basis: a, unit: 'week', pence: 182_000, units: 260 }],
  ),
  equals(
    ['WLM-DAYOP-2019', 'WLM-DAYOP'],
    whole,
    'day-support-older-people',
    [wl, [day], 3],
    [{ basis: a, unit: 'session', pence: 4900, units: 5000 }],
  ),
  equals(['WLM-DAYAD-OWN'], ['', 'Three council centres'], 'day-support-adults', [wl, [day], 1], [], {
    sector: 'council',
  }),
  equals(
    ['WLM-DAYAD-BLOCK'],
    whole,
    'day-support-adults',
    [wl, [day], 1],
    [{ basis: a, unit: 'session', pence: 6400, units: 3120 }],
  ),
  equals(
    ['WL-SHARED-1'],
    ['1', 'West Lothian'],
    'specialist-care-and-support',
    [wl, [housing], 1],
    [{ basis: 'harmonised', unit: 'hour', pence: 2600, units: 2500 }],
  ),
  equals(
    ['WL-SHARED-1'],
    ['2', 'East Lothian'],
    'specialist-care-and-support',
    [el, [housing], 1],
    [{ basis: 'harmonised', unit: 'hour', pence: 2600, units: 1800 }],
  ),
]

const inverclyde: readonly LotAsked[] = [
  equals(
    ['INV-SL-2018', 'INV-SL'],
    whole,
    'supported-living',
    [inv, [housing], 10],
    [
      { basis: a, unit: 'hour', pence: 2190, cap: 2250, units: 28_000 },
      { basis: a, unit: 'sleepover', pence: 12_600, cap: 13_200, units: 900 },
    ],
  ),
  ...['Greenock East / Port Glasgow', 'Greenock Central / Gourock'].map((name, at) =>
    equals(
      ['INV-DAY-2018', 'INV-DAY'],
      [String(at + 1), name],
      'day-support-older-people',
      [inv, [day], 2],
      [
        {
          basis: 'harmonised',
          unit: 'session',
          pence: 5100,
          units: 5900,
          includes: 'Transport; not meals and other extras, which the person pays',
        },
      ],
    ),
  ),
  equals(
    ['INV-HS-2018', 'INV-HS'],
    ['', 'Sheltered housing'],
    'housing-support',
    [inv, [housing], 5],
    [{ basis: a, unit: 'week', pence: 1150, units: 5200 }],
  ),
  equals(
    ['INV-CAH-OLD-2018', 'INV-CAH-OLD', 'INV-CAH-2018', 'INV-CAH'],
    ['', 'The number of lots is not printed'],
    'care-at-home',
    [inv, [home], 10],
    homeHours(14_000, 2280),
    { ranked: true },
  ),
  equals(
    ['INV-CAH'],
    ['Additional', 'Other providers with room'],
    'care-at-home',
    [inv, [home], 2],
    homeHours(2000, 2420),
    { role: 'additional' },
  ),
  equals(['INV-OAR'], ['', 'Every home in the area'], 'care-home-older-people', [inv, [older, dementia], 7], weekly),
  equals(
    ['INV-AR-NAT-2018', 'INV-AR-NAT'],
    ['', 'Call-off'],
    'care-home-adults',
    [inv, [learning], 2],
    [{ basis: a, unit: 'week', pence: 141_000, units: 730 }],
  ),
  equals(
    ['INV-AR-OWN'],
    ['', 'Individual contracts'],
    'care-home-adults',
    [inv, [mental, physical], 2],
    [{ basis: a, unit: 'week', pence: 156_000, units: 520 }],
  ),
  equals(
    ['INV-CRES-FIRST-2018', 'INV-CRES-2018', 'INV-CRES'],
    ['', 'Call-off'],
    'childrens-residential',
    [inv, [children], 2],
    [{ basis: a, unit: 'week', pence: 365_000, units: 520 }],
  ),
]

const eastLothian: readonly LotAsked[] = [
  equals(
    ['ELC-SPEC-2015', 'ELC-SPEC'],
    whole,
    'specialist-care-and-support',
    [el, [housing], 6],
    [{ basis: a, unit: 'hour', pence: 2230, units: 16_000 }],
  ),
  equals(['ELC-HTLAH-2015', 'ELC-HTLAH'], whole, 'care-at-home', [el, [home], 8], homeHours(18_000, 2330), {
    ranked: true,
  }),
]

const lancashire: readonly LotAsked[] = [
  ...districts.map(([code, name], at) =>
    equals(
      ['LAN-HC'],
      [String(at + 1), name],
      'care-at-home',
      [code, [englishKinds.home], 4 + (at % 3)],
      [...homeHours(30_000, 2260), { basis: a, unit: 'visit', visitMinutes: 45, pence: 1790, units: 9000 }],
      { ranked: true },
    ),
  ),
  equals(['LAN-OWN'], ['', 'Seventeen homes'], 'care-home-older-people', [lan, [englishKinds.councilHome], 1], [], {
    sector: 'council',
  }),
]

/** The lots of every partnership, as far as its documents say what there are; who stands in them is invented. */
export const lotsAsked: ReadonlyMap<string, readonly LotAsked[]> = new Map([
  ['west-lothian', westLothian],
  ['inverclyde', inverclyde],
  ['east-lothian', eastLothian],
  ['lancashire', lancashire],
])
