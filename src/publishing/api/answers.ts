import { z } from '@hono/zod-openapi'

/** A trouble as every address of the interface describes it. */
const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int().openapi({ example: 404 }),
    title: z.string(),
    detail: z.string().openapi({ description: 'What happened, as a sentence.' }),
    advice: z.string().optional().openapi({ description: 'What to do next.' }),
    id: z.string().openapi({ description: 'To quote when you tell someone about it.' }),
  })
  .openapi('Problem', { description: 'A trouble, as in RFC 9457.' })

const trouble = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** The troubles that any address may answer with. */
export const troubles = {
  400: trouble('The cursor is not one that this interface gave.'),
  404: trouble('No partnership of this name publishes here.'),
  422: trouble('A parameter is missing, unknown or can’t be used; the sentence names it.'),
  429: trouble('Too many requests came from one address; Retry-After says how many seconds to wait.'),
}

/** An answer in JSON. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A page of items. */
export const pageSchema = <Schema extends z.ZodType>(name: string, item: Schema) =>
  z
    .object({
      items: z.array(item).readonly(),
      next: z.string().nullable().openapi({ description: 'Give it as “after” for the next page; null on the last.' }),
      total: z.int().openapi({ description: 'How many items there are on all pages.' }),
    })
    .openapi(name)
