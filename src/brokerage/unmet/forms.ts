import { z } from 'zod'
import { date, maybeDate, oneOf } from '../../core/forms/index.ts'
import { declineReasons } from '../offer.ts'
import { harms, interimCovers, preferences, unmetReasons } from '../spell.ts'

/** What is typed about somebody who waits. */
export const coverForm = z.object({
  from: date('Day from which it holds'),
  interim: oneOf(interimCovers, 'Choose who helps meanwhile'),
  harm: oneOf(harms, 'Choose what waiting does'),
  review: maybeDate('Day of the review'),
  choice: z.string().transform((typed) => typed === 'yes'),
})

/** What is typed about care that is otherwise than wanted. */
export const preferenceForm = z.object({
  preference: oneOf(preferences, 'Choose what is otherwise than wanted'),
  reason: oneOf(declineReasons, 'Choose why it can’t be as wanted'),
  since: date('Day since when'),
  review: maybeDate('Day of the review'),
})

const maybe = <const V extends string>(values: readonly V[]) =>
  z
    .string()
    .optional()
    .transform((typed) => values.find((value) => value === typed))

/** What the register may be narrowed by in its address. */
export const registerQuery = z.object({
  kind: maybe(['need', 'preference']),
  service: z
    .string()
    .optional()
    .transform((typed) => typed || undefined),
  area: z
    .string()
    .optional()
    .transform((typed) => typed || undefined),
  origin: maybe(['hospital', 'community']),
  reason: maybe(unmetReasons),
  ended: maybe(['yes']),
  page: z
    .string()
    .optional()
    .transform((typed) => (typed && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1)),
})

export type RegisterQuery = z.output<typeof registerQuery>
