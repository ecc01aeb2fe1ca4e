import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'
import { regulators } from './regulator.ts'

const text = z
  .string()
  .default('')
  .transform((typed) => typed.trim())

const number = (missing: string) =>
  text
    .transform((typed) => typed.toUpperCase())
    .refine((typed) => typed !== '', missing)
    .refine((typed) => typed.length <= 40, 'A number of a register has at most 40 characters.')

const date = z.object({ day: text, month: text, year: text }).transform(({ day, month, year }, ctx): IsoDate => {
  if (day + month + year === '') {
    ctx.addIssue({ code: 'custom', message: 'Give the day from which the service goes on under the later number.' })
    return z.NEVER
  }
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (isIsoDate(iso)) return iso
  ctx.addIssue({ code: 'custom', message: 'The day must be a real date, such as 31 3 2025.' })
  return z.NEVER
})

/** What is told of a succession. */
export const successionForm = z.object({
  earlierNumber: number('Give the number under which the service was before.'),
  number: number('Give the number under which the service goes on.'),
  on: date,
  note: text.refine((typed) => typed.length <= 500, 'Write a note of at most 500 characters.'),
})

/** Which succession is taken back. */
export const takeBackForm = z.object({ earlierNumber: text, number: text })

const day = z
  .string()
  .refine((typed) => isIsoDate(typed))
  .optional()
  .catch(undefined)

/** What the page of the register is asked for in its address. */
export const registerQuery = z.object({
  from: day,
  to: day,
  done: z.enum(['told', 'taken-back']).optional().catch(undefined),
})

/** A service as its address names it. */
export const serviceAddress = z.object({ regulator: z.enum(regulators), number: z.string() })
