import { number } from '../../core/ui/format.ts'
import type { Pence } from '../../core/values/index.ts'
import type { RateLine } from '../rate-line.ts'
import { dayTypeWords, unitWords } from '../register/contract-words.ts'

/** What a line of a price list is a price of: "visit of 45 minutes on Sundays", "week (nursing)". */
export const lineWords = ({
  unit,
  visitMinutes,
  dayType,
  level,
}: Pick<RateLine, 'unit' | 'visitMinutes' | 'dayType' | 'level'>): string =>
  [
    unitWords[unit].replace(/^an? /, ''),
    visitMinutes === null ? '' : `of ${visitMinutes} minutes`,
    dayTypeWords[dayType],
    level && `(${level})`,
  ]
    .filter(Boolean)
    .join(' ')

/** A price for a column of prices: pence always shown, so that they stand under each other. */
export const priceText = (pence: Pence): string => `£${number(pence / 100, 2)}`
