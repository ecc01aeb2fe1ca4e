import { longDate, monthAndYear, number, percent, poundsShort, signedPercent } from '../core/ui/format.ts'
import { isIsoDate } from '../core/values/index.ts'
import { agesHeading, type Figure, type FigureUnit, parseAges, unitWords } from '../evidence/index.ts'

/** Measures of change keep their sign, so that a fall is never read as a level. */
const isChange = (figure: Pick<Figure, 'measure' | 'label' | 'unit'> & Partial<Pick<Figure, 'period'>>) =>
  /growth|change/i.test(`${figure.measure} ${figure.label}`) ||
  // A share holds at one time; what runs from one year to another is a change.
  (figure.unit === 'percent' && / to /.test(figure.period ?? ''))

/** A value with its unit, short, as a table cell or a large number shows it: "£44.1 million", "13.2%", "64.5". */
export function valueText(
  figure: Pick<Figure, 'value' | 'unit' | 'measure' | 'label' | 'period' | 'suppressed'>,
): string {
  if (figure.value === null) return figure.suppressed ? '[c]' : '[x]'
  return numberText(figure.value, figure.unit, isChange(figure))
}

/** Why a figure shows no number, as a sentence. */
export function noNumberText({ status, suppressed, note }: Pick<Figure, 'status' | 'suppressed' | 'note'>): string {
  if (suppressed) return note ?? 'The number is hidden to protect people.'
  return status === 'lost' ? 'The number is lost from the document.' : 'The document prints no number.'
}

/** A number in a unit. */
export function numberText(value: number, unit: FigureUnit | null, change = false): string {
  if (unit === 'pounds') return poundsShort(Math.round(value * 100))
  if (unit === 'percent')
    return change && value !== 0 ? signedPercent(value, decimals(value)) : percent(value, decimals(value))
  // A share of a person is an accident of multiplying: rates times people are no more exact than that.
  return number(value, unit === 'people' ? 0 : decimals(value))
}

/** As many decimals as the number was given with, one at the most. */
const decimals = (value: number): number => (Number.isInteger(value) ? 0 : 1)

/** The words after the number: "people", nothing after money and per cent, which carry their sign. */
export function unitText(figure: Pick<Figure, 'value' | 'unit'>): string {
  if (figure.value === null || figure.unit === null || figure.unit === 'pounds' || figure.unit === 'percent') return ''
  return unitWords(figure.unit, figure.value)
}

/** What kind of number it is, where that must be said: "estimate", "at least". */
export function basisText(figure: Pick<Figure, 'basis'>): string {
  const words: Partial<Record<NonNullable<Figure['basis']>, string>> = {
    about: 'about',
    over: 'more than',
    nearly: 'nearly',
  }
  return figure.basis ? (words[figure.basis] ?? '') : ''
}

/** How a figure stands against what it is compared with, as a sentence; undefined when it is compared with nothing. */
export function comparatorText(figure: Pick<Figure, 'comparator' | 'unit' | 'measure' | 'label'>): string | undefined {
  const { comparator } = figure
  if (!comparator) return undefined
  if (comparator.value !== null)
    return `${comparator.label}: ${numberText(comparator.value, figure.unit, isChange(figure))}`
  const words = { higher: 'Higher than', similar: 'Similar to', lower: 'Lower than' } as const
  return comparator.direction ? `${words[comparator.direction]} ${comparator.label}` : comparator.label
}

/** Whom a figure counts, when that is not everyone and the label does not say so: "Aged 75 and over, women". */
export function whomText(figure: Pick<Figure, 'ages' | 'sex' | 'label'>): string {
  const band = figure.ages && figure.ages !== 'all' ? parseAges(figure.ages) : undefined
  const ages = band ? agesHeading(band) : ''
  const sex = { all: '', female: 'women', male: 'men' }[figure.sex]
  const said = figure.label.toLowerCase()
  return [ages, sex].filter((part) => part !== '' && !said.includes(part.toLowerCase())).join(', ')
}

/** A period as people write it: "July 2016" for 2016-07, "1 July 2019" for a date, years as they are. */
export const periodText = (period: string): string =>
  period
    .split(' to ')
    .map((part) => {
      if (isIsoDate(part)) return longDate(part)
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(part) ? monthAndYear(part) : part
    })
    .join(' to ')

/** A month short enough to stand under a bar: "Jul 2016". */
export const shortPeriodText = (period: string): string =>
  periodText(period).replace(/^([A-Z][a-z]{2})[a-z]* (\d{4})$/, '$1 $2')
