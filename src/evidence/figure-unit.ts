/** How a unit reads after a number, for one and for several, and whether a number of it can be below zero. */
interface UnitWords {
  readonly one: string
  readonly many: string
  readonly signed?: boolean
}

const units = {
  people: { one: 'person', many: 'people' },
  percent: { one: 'percent', many: 'percent', signed: true },
  points: { one: 'percentage point', many: 'percentage points', signed: true },
  /** For reading; amounts that are reckoned with are kept in pence. */
  pounds: { one: 'pound', many: 'pounds', signed: true },
  times: { one: 'times', many: 'times' },
  'per-100000': { one: 'per 100,000 people', many: 'per 100,000 people' },
  years: { one: 'year', many: 'years' },
  months: { one: 'month', many: 'months' },
  hours: { one: 'hour', many: 'hours' },
  'hours-a-week': { one: 'hour a week', many: 'hours a week' },
  beds: { one: 'bed', many: 'beds' },
  'beds-a-day': { one: 'bed a day', many: 'beds a day' },
  places: { one: 'place', many: 'places' },
  'places-a-week': { one: 'place a week', many: 'places a week' },
  homes: { one: 'home', many: 'homes' },
  'care-homes': { one: 'care home', many: 'care homes' },
  'day-centres': { one: 'day centre', many: 'day centres' },
  services: { one: 'service', many: 'services' },
  households: { one: 'household', many: 'households' },
  organisations: { one: 'organisation', many: 'organisations' },
  partnerships: { one: 'partnership', many: 'partnerships' },
  areas: { one: 'area', many: 'areas' },
  themes: { one: 'theme', many: 'themes' },
  frameworks: { one: 'framework', many: 'frameworks' },
  lots: { one: 'lot', many: 'lots' },
  schemes: { one: 'scheme', many: 'schemes' },
  incidents: { one: 'incident', many: 'incidents' },
  referrals: { one: 'referral', many: 'referrals' },
  'assessments-a-month': { one: 'assessment a month', many: 'assessments a month' },
  forums: { one: 'forum', many: 'forums' },
  'meetings-a-year': { one: 'meeting a year', many: 'meetings a year' },
  'message-points': { one: 'point', many: 'points' },
} as const satisfies Record<string, UnitWords>

/** What a number counts. */
export type FigureUnit = keyof typeof units

/** Every unit there is, in the order they are listed to a user. */
export const figureUnits = Object.keys(units) as readonly FigureUnit[]

/** Whether a text is the name of a unit. */
export const isFigureUnit = (text: string): text is FigureUnit => Object.hasOwn(units, text)

/** The words after a number: "person", "people", "beds a day". */
export const unitWords = (unit: FigureUnit, value: number): string => (value === 1 ? units[unit].one : units[unit].many)

/** Whether a number of this unit can be below zero: a change can, a count of people can't. */
export const canBeNegative = (unit: FigureUnit): boolean => 'signed' in units[unit]

/** The units that stand for so many people, or for events of theirs. */
export const unitsOfPeople: readonly FigureUnit[] = [
  'people',
  'households',
  'referrals',
  'incidents',
  'assessments-a-month',
]

/** Whether a small number of this unit may point to somebody. */
export const countsPeople = (unit: FigureUnit): boolean => unitsOfPeople.includes(unit)
