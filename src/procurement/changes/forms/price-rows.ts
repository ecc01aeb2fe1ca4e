import { z } from 'zod'
import { type Id, isId } from '../../../core/values/index.ts'
import type { NewCap, NewRate } from '../../change.ts'
import { dayTypes, rateUnits } from '../../rate-line.ts'
import { maybeCount, maybePounds, oneOf, words } from './fields.ts'
import { first, type Mistake, type Read, readTyped, type Typed } from './typed.ts'

/** As many rows as a price list takes on its form. */
export const mostRows = 100

const price = z.object({
  unit: oneOf(rateUnits, 'Choose what the price is for'),
  minutes: maybeCount('Length of the visit', { most: 1440 }),
  days: oneOf(dayTypes, 'Choose on which days it holds'),
  level: words('Level of care', 60),
  includes: words('What it includes', 300),
  yearly: maybeCount('Units a year', { least: 0, most: 100_000_000 }),
  pounds: maybePounds('Price'),
})

const cap = price.pick({ unit: true, minutes: true, days: true, pounds: true })

const priceFields = ['unit', 'minutes', 'level', 'includes', 'yearly', 'pounds', 'national'] as const
const capFields = ['unit', 'minutes', 'pounds'] as const

const rowOf = (typed: Typed, prefix: string, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, [first(typed, `${prefix}${name}`)]]))

const isBlank = (typed: Typed, prefix: string, names: readonly string[]): boolean =>
  names.every((name) => first(typed, `${prefix}${name}`) === '')

/** Reads the prices that were typed, row by row; rows without anything in them are left out. */
export function readPrices(typed: Typed): Read<readonly NewRate[]> {
  return readRows(typed, 'price', priceFields, (prefix): Read<NewRate> => {
    const result = readTyped(price, rowOf(typed, prefix, [...priceFields, 'days']))
    if (result.mistakes) return result
    const { unit, minutes, days, level, includes, yearly, pounds } = result.read
    const national = first(typed, `${prefix}national`) === 'yes'
    if (pounds === null && !national) return { mistakes: [{ field: 'pounds', sentence: 'Enter the price' }] }
    if (pounds !== null && national)
      return { mistakes: [{ field: 'pounds', sentence: 'Leave the price empty: the national table says it' }] }
    const provider = first(typed, `${prefix}provider`)
    const organisationId: Id | null = isId(provider) ? provider : null
    const basis = national ? 'national' : organisationId === null ? 'harmonised' : 'tendered'
    const rate = { organisationId, basis, unit, visitMinutes: minutes, dayType: days, level, includes } as const
    return { read: { ...rate, yearlyUnits: yearly, pence: pounds } }
  })
}

/** Reads the most that may be asked for each thing in a lot. */
export function readCaps(typed: Typed): Read<readonly NewCap[]> {
  return readRows(typed, 'cap', capFields, (prefix): Read<NewCap> => {
    const result = readTyped(cap, rowOf(typed, prefix, [...capFields, 'days']))
    if (result.mistakes) return result
    const { unit, minutes, days, pounds } = result.read
    if (pounds === null) return { mistakes: [{ field: 'pounds', sentence: 'Enter the most that may be asked' }] }
    return { read: { unit, visitMinutes: minutes, dayType: days, pence: pounds } }
  })
}

function readRows<T>(
  typed: Typed,
  kind: 'price' | 'cap',
  names: readonly string[],
  read: (prefix: string) => Read<T>,
): Read<readonly T[]> {
  const rows: T[] = []
  const mistakes: Mistake[] = []
  for (let at = 1; at <= mostRows; at += 1) {
    const prefix = `${kind}-${at}-`
    if (isBlank(typed, prefix, names)) continue
    const result = read(prefix)
    if (result.mistakes)
      mistakes.push(
        ...result.mistakes.map(({ field, sentence }) => ({
          field: `${prefix}${field}`,
          sentence: `${kind === 'cap' ? 'Cap' : 'Price'} ${at}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
        })),
      )
    else rows.push(result.read)
  }
  return mistakes.length > 0 ? { mistakes } : { read: rows }
}

/** The last row of a kind that has something in it, and how many have. */
function filled(typed: Typed, kind: 'price' | 'cap'): { readonly last: number; readonly count: number } {
  const names = kind === 'cap' ? capFields : priceFields
  const rows = Array.from({ length: mostRows }, (_, index) => index + 1)
  const written = rows.filter((at) => !isBlank(typed, `${kind}-${at}-`, names))
  return { last: written.at(-1) ?? 0, count: written.length }
}

/** How many prices are typed. */
export const pricesTyped = (typed: Typed): number => filled(typed, 'price').count

/** How many rows of a kind a form shows: those with something in them, and a few to fill. */
export function rowsShown(typed: Typed, kind: 'price' | 'cap', spare: number): number {
  const asked = Number(first(typed, 'rows') || 0)
  const wanted = kind === 'price' && Number.isInteger(asked) ? asked : 0
  return Math.min(mostRows, Math.max(filled(typed, kind).last + spare, wanted))
}
