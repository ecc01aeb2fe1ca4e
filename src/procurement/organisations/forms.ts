import { z } from 'zod'
import { date, line, maybeLastDay, words } from '../changes/forms/fields.ts'

/** Placing is suspended: from a day, perhaps up to one, and why. */
export const suspensionForm = z.object({
  from: date('First day'),
  until: maybeLastDay('Last day'),
  reason: words('Reason').min(1, 'Enter the reason'),
})

/** A suspension is lifted, and why. */
export const liftForm = z.object({ reason: words('Reason').min(1, 'Enter the reason') })

/** The number that the regulator knows a provider by. */
export const registrationForm = z.object({ providerNumber: line('Provider number', 40) })
