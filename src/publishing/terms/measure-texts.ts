import { isId } from '../../core/values/index.ts'
import type { PublishedFigure } from '../figure-row.ts'

/** How small numbers are treated in a measure. */
export type Hiding = 'counts-people' | 'not-a-count' | 'official'

/** How one measure is made. */
export interface MeasureText {
  readonly key: string
  readonly name: string
  readonly definition: string
  /** The sum, in words. */
  readonly formula: string
  readonly leftOut: string
  readonly hiding: Hiding
  /** How far it can be trusted. */
  readonly sureness: string
  /** Name of the table that has it. */
  readonly table: string
}

const texts = {
  population: {
    name: 'Population',
    definition: 'People who usually live in an area on 30 June of a year, by age and sex.',
    formula:
      'The bands of age that an edition prints, added up to the ages asked for. Women and men are added up where an edition does not print both together.',
    leftOut: 'Ages that no band of the edition begins or ends at are not split. Years of two editions are never mixed.',
    hiding: 'official',
    sureness:
      'Estimates are official statistics and are revised after a census. Projections carry on present trends; they are not forecasts and know of no change of policy.',
    table: 'population',
  },
  'population-growth': {
    name: 'Growth of the population',
    definition: 'How much the number of people of some ages changes between two years.',
    formula: '(people in the later year − people in the earlier year) ÷ people in the earlier year × 100.',
    leftOut: 'Years of two different editions are not set against each other.',
    hiding: 'official',
    sureness: 'As sure as the two counts that it is made from.',
    table: 'figures',
  },
  condition: {
    name: 'People expected to have a condition, such as dementia',
    definition: 'How many people of an area would have a condition if it were as common there as in the study.',
    formula: 'For each band of age and each sex: people × the rate of the study. Then all of them added up.',
    leftOut:
      'What makes an area differ from the place of the study, such as poverty or smoking. Ages that the study does not cover.',
    hiding: 'not-a-count',
    sureness:
      'Worked out, not counted: nobody is known to have the condition. The limits are those of the rates added up, so they are wider than a joint interval; the projection adds doubt of its own.',
    table: 'dementia',
  },
  budget: {
    name: 'Budget and spending',
    definition: 'What a document says was set aside, or spent, in a financial year, by care group or service.',
    formula: 'The lines of one printed table added up. In-house and purchased are added only where both are printed.',
    leftOut: 'Lines that are lost from the document, and money of other bodies. Prices are those of the year.',
    hiding: 'not-a-count',
    sureness: 'As printed. Where the printed total is not the sum of its lines, both are shown.',
    table: 'budgets',
  },
  cited: {
    name: 'Figures cited from documents',
    definition: 'Numbers that a published document prints, with the sentence that they support.',
    formula:
      'None: each stands as its source prints it. Where one is worked out from printed numbers, its note has the sum.',
    leftOut: 'Numbers that are lost from the copy used are named and left empty.',
    hiding: 'counts-people',
    sureness:
      'Each says how it stands: printed, worked out, to be read with its note, or lost. Targets and forecasts are marked.',
    table: 'indicators',
  },
  services: {
    name: 'Registered services',
    definition: 'Services for adults that the regulator’s register has as active on its day, by kind.',
    formula: 'The services of the latest register on or before the day, counted.',
    leftOut:
      'Services for children, and those that are inactive or dormant. Services outside the area that its people use. Support that needs no registration.',
    hiding: 'not-a-count',
    sureness: 'As full as the register. A service that works in several areas counts where its office is.',
    table: 'supply',
  },
  places: {
    name: 'Registered places',
    definition: 'How many people the services of a kind may take at one time, as they are registered.',
    formula: 'The registered places of the services counted; in England, the beds of care homes.',
    leftOut:
      'Places that are registered and not in use. Kinds of service that are not counted in places, such as care at home.',
    hiding: 'not-a-count',
    sureness: 'The most that a service may take, not how many places are free or staffed.',
    table: 'supply',
  },
  'in-house': {
    name: 'Share of services run in-house',
    definition: 'How many of a hundred services the council or the NHS runs itself.',
    formula: 'Services in-house ÷ all services of the kind × 100.',
    leftOut: 'The size of the services: a large one counts as much as a small one.',
    hiding: 'not-a-count',
    sureness: 'As the register tells the owner.',
    table: 'supply',
  },
  grades: {
    name: 'Lowest grades',
    definition: 'The lowest of the grades that a service got for the questions an inspection looked at.',
    formula: 'Services by their lowest grade, each scale by itself.',
    leftOut: 'Services that were never graded stand apart. Grades of two scales, or of two nations, are not compared.',
    hiding: 'not-a-count',
    sureness: 'A grade is as old as its inspection; the register gives the day.',
    table: 'supply',
  },
  volumes: {
    name: 'Volumes of services',
    definition: 'How much of a service is needed, there is, is used or is wanted, for a group of people in an area.',
    formula: 'As the document prints it, or as its method says.',
    leftOut: 'Services and areas for which no document prints a number. A shortage may be named without one.',
    hiding: 'counts-people',
    sureness: 'As printed, at the time that it is printed for.',
    table: 'volumes',
  },
  forecasts: {
    name: 'Forecasts and targets',
    definition: 'What a document expects, or wants to reach, by a date.',
    formula: 'As the document prints it; its method says how it was made.',
    leftOut: 'Nothing is drawn between now and the date, and nothing beyond it.',
    hiding: 'counts-people',
    sureness: 'A forecast may fail. A target is what somebody wants, not what is expected, and is marked as one.',
    table: 'volumes',
  },
  need: {
    name: 'Need',
    definition: 'How much of a service the people of an area need.',
    formula:
      'The latest volume of need that a document prints; where there is none, people of the ages × the rate of need per person, where rates are known.',
    leftOut: 'Need that nobody has measured. Requests that could not be placed are not counted yet.',
    hiding: 'counts-people',
    sureness: 'As sure as the volume or the rate that it is taken from, which its page names.',
    table: 'gaps',
  },
  gap: {
    name: 'Gap between need and supply',
    definition: 'How much more of a service is needed in an area than there is.',
    formula:
      'Need − supply, in one unit. Supply is the registered places where a kind of service is counted in places, else the latest volume of supply. Above 0 the area is short; below, it has some to spare.',
    leftOut:
      'Where need or supply is not known there is no gap. Whether people may go to the next area. Shortages without a number are named beside it.',
    hiding: 'counts-people',
    sureness: 'No surer than the weaker of its two parts; they may be of different times, and each is dated.',
    table: 'gaps',
  },
} as const satisfies Record<string, Omit<MeasureText, 'key'>>

/** Every measure that is explained. */
export type MeasureKey = keyof typeof texts

/** How each measure is made, in the order of the page. */
export const measureTexts: readonly (MeasureText & { readonly key: MeasureKey })[] = (
  Object.keys(texts) as MeasureKey[]
).map((key) => ({ key, ...texts[key] }))

const ahead: readonly PublishedFigure['basis'][] = ['forecast', 'projection', 'target', 'expected']

/** The measure that explains a figure; undefined when none does. `conditions` are the measures that rates were imported for. */
export function measureOf(figure: PublishedFigure, conditions: readonly string[]): MeasureKey | undefined {
  if (figure.theme !== undefined) return 'cited'
  if (isId(figure.id)) return ahead.includes(figure.basis) ? 'forecasts' : 'volumes'
  if (conditions.includes(figure.measure)) return 'condition'
  return Object.hasOwn(texts, figure.measure) ? (figure.measure as MeasureKey) : undefined
}
