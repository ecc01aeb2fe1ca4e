import { z } from 'zod'
import { date, dateFields, type Read, readTyped, type Typed } from '../../../core/forms/index.ts'
import { type Id, type IsoDate, isId } from '../../../core/values/index.ts'
import { mostTermDays } from '../placement-terms.ts'

/** Terms as they were asked for: of a contract, or of the partnership, from a day on. */
export interface AskedTerms {
  readonly contractId: Id | null
  readonly from: IsoDate
  readonly noticeDays: number
  readonly keepDays: number
}

const days = (label: string) =>
  z
    .string()
    .refine(
      (typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= mostTermDays,
      `${label} must be a whole number of days from 0 to ${mostTermDays}`,
    )
    .transform(Number)

const form = z.object({
  contract: z
    .string()
    .refine((typed) => typed === '' || isId(typed), 'Choose a contract, or none in particular')
    .transform((typed): Id | null => typed || null),
  notice: days('Notice'),
  keep: days('Time kept free'),
  from: date('First day'),
})

/** Reads the form of terms. */
export function readTerms(typed: Typed): Read<AskedTerms> {
  const read = readTyped(form, typed)
  if (read.mistakes) return read
  const { contract, notice, keep, from } = read.read
  return { read: { contractId: contract, noticeDays: notice, keepDays: keep, from } }
}

/** The form of terms as it opens. */
export const emptyTerms = (today: IsoDate): Typed => ({
  contract: [''],
  notice: [''],
  keep: [''],
  ...dateFields('from', today),
})
