import { z } from 'zod'
import { type IsoDate, isId, isIsoDate } from '../../core/values/index.ts'
import { date, words } from '../changes/forms/fields.ts'

const text = z
  .string()
  .default('')
  .transform((typed) => typed.trim())

/** With whom a contract is to be shared, as its form sends it. */
export const shareForm = z
  .object({
    partner: text.refine(isId, 'Choose a partnership.'),
    lots: z.array(z.string()).transform((ids) => ids.filter(isId)),
    'from-day': text,
    'from-month': text,
    'from-year': text,
  })
  .transform((sent, ctx) => {
    const two = (typed: string) => typed.padStart(2, '0')
    const from: IsoDate = `${sent['from-year']}-${two(sent['from-month'])}-${two(sent['from-day'])}`
    if (isIsoDate(from)) return { partnerId: sent.partner, lotIds: sent.lots, fromDay: from }
    ctx.addIssue({
      code: 'custom',
      message: 'The day from which it is shared must be a real date, such as 1 4 2027.',
      path: ['from'],
    })
    return z.NEVER
  })

/** From which day a share is withdrawn, and why. */
export const withdrawForm = z.object({
  until: date('Day from which it is shared no longer'),
  reason: words('Reason').min(1, 'Enter the reason'),
})
