import { z } from 'zod'
import { addDays, type IsoDate, isId, isIsoDate, penceFrom } from '../values/index.ts'

const lower = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`

/** One line that has to be there. */
export const line = (label: string, most = 200) =>
  z
    .string()
    .min(1, `Enter the ${lower(label)}`)
    .max(most, `${label} must be ${most} characters or fewer`)

/** Words that may be left out. */
export const words = (label: string, most = 2000) =>
  z.string().max(most, `${label} must be ${most.toLocaleString('en-GB')} characters or fewer`)

/** One of several answers; nothing chosen is a mistake. */
export const oneOf = <const Value extends string>(values: readonly Value[], sentence: string) =>
  z.custom<Value>((typed) => (values as readonly unknown[]).includes(typed), sentence)

/** One of several answers, or none. */
export const maybeOneOf = <const Value extends string>(values: readonly Value[], sentence: string) =>
  z
    .custom<Value | ''>((typed) => typed === '' || (values as readonly unknown[]).includes(typed), sentence)
    .transform((typed): Value | null => (typed === '' ? null : (typed as Value)))

/** A calendar date that has to be there. */
export const date = (label: string) =>
  z
    .string()
    .min(1, `Enter the ${lower(label)}`)
    .refine((typed) => typed === '' || isIsoDate(typed), `The ${lower(label)} must be a real date, such as 31 3 2028`)
    .transform((typed): IsoDate => typed)

/** A calendar date, or none. */
export const maybeDate = (label: string) =>
  z
    .string()
    .refine((typed) => typed === '' || isIsoDate(typed), `The ${lower(label)} must be a real date, such as 31 3 2028`)
    .transform((typed): IsoDate | null => typed || null)

/** A last day, read as the day after it: what the days of a contract run up to. */
export const maybeLastDay = (label: string) =>
  maybeDate(label).transform((day): IsoDate | null => day && addDays(day, 1))

/** A whole number from one to the most, or none. */
export const maybeCount = (label: string, { least = 1, most = 999 }: { least?: number; most?: number } = {}) =>
  z
    .string()
    .refine(
      (typed) => typed === '' || (/^\d{1,9}$/.test(typed) && Number(typed) >= least && Number(typed) <= most),
      `${label} must be a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`,
    )
    .transform((typed): number | null => (typed === '' ? null : Number(typed)))

/** Money in pounds, or none; more than nothing, and less than 10 billion. */
export const maybePounds = (label: string) =>
  z
    .string()
    .refine(
      (typed) => typed === '' || penceIn(typed) !== undefined,
      `${label} must be an amount in pounds, such as 21.50`,
    )
    .transform((typed): number | null => (typed === '' ? null : (penceIn(typed) ?? null)))

/** Pence in an amount of pounds that is more than nothing; undefined when it is none. */
export function penceIn(typed: string): number | undefined {
  const pence = penceFrom(typed, 'pounds')
  return pence !== undefined && pence > 0 && pence < 1_000_000_000_000 ? pence : undefined
}

/** Something chosen from a list of what the partnership has. */
export const chosen = (sentence: string) => z.string().refine(isId, sentence)
