import { z } from '@hono/zod-openapi'
import { apiAnswer, apiTrouble } from '../../core/http/index.ts'

/** The troubles that any address may answer with. */
export const troubles = {
  400: apiTrouble('The cursor is not one that this interface gave.'),
  404: apiTrouble('No partnership of this name publishes here.'),
  422: apiTrouble('A parameter is missing, unknown or can’t be used; the sentence names it.'),
  429: apiTrouble('Too many requests came from one address; Retry-After says how many seconds to wait.'),
}

/** An answer in JSON. */
export const answer = apiAnswer

/** A page of items. */
export const pageSchema = <Schema extends z.ZodType>(name: string, item: Schema) =>
  z
    .object({
      items: z.array(item).readonly(),
      next: z.string().nullable().openapi({ description: 'Give it as “after” for the next page; null on the last.' }),
      total: z.int().openapi({ description: 'How many items there are on all pages.' }),
    })
    .openapi(name)
