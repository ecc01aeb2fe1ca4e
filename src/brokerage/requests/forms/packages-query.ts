import { z } from 'zod'
import { origins, packageStates } from '../../care-package.ts'

const text = z
  .string()
  .trim()
  .max(60)
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined)

/** Which packages a list shows by where they stand: those that are not over, all, or those of one state. */
export const shownStates = ['live', 'all', ...packageStates] as const

export type ShownState = (typeof shownStates)[number]

/** What the list of packages is asked for in its address. */
export const packagesQuery = z.object({
  /** A reference of a package or a person, or the number of a record. */
  q: text,
  state: z.enum(shownStates).catch('live').default('live'),
  service: text,
  area: text,
  origin: z.enum(origins).optional().catch(undefined),
  /** Whose: those that whoever asks has requested, or places. */
  whose: z.enum(['requested', 'placing']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  /** References of what was just asked for, to be said. */
  asked: z
    .string()
    .regex(/^[A-Z]{2,5}-PKG-\d{5,}(\.[A-Z]{2,5}-PKG-\d{5,}){0,3}$/)
    .optional()
    .catch(undefined),
})

export type PackagesQuery = z.infer<typeof packagesQuery>
