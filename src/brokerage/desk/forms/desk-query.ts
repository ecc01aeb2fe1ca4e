import { z } from 'zod'
import { isId } from '../../../core/values/index.ts'
import { deskGroups } from '../desk-group.ts'

const text = z
  .string()
  .trim()
  .max(60)
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined)

/** What a desk is asked for in its address. */
export const deskQuery = z.object({
  /** Whose packages: "mine", "none" for those that nobody has, or a broker's. */
  broker: text
    .refine((typed) => typed === undefined || typed === 'mine' || typed === 'none' || isId(typed))
    .catch(undefined),
  area: text,
  /** A code of a need. */
  needs: text,
  /** One group alone, page by page. */
  group: z.enum(deskGroups).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  /** What was just done to which package, to be said. */
  done: z.string().max(80).optional().catch(undefined),
})

export type DeskQuery = z.infer<typeof deskQuery>
