import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { ZodError } from 'zod'
import { invalid } from '../errors/index.ts'
import type { MercatEnv } from './env.ts'

/** Routes of the JSON interface: what is sent is read by their schemas, and what can't be used is named in a sentence. */
export const newApi = (): OpenAPIHono<MercatEnv> =>
  new OpenAPIHono<MercatEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(sentencesOf(result.error))
    },
  })

/** What is wrong with the parameters, each named in a sentence. */
function sentencesOf(error: Pick<ZodError, 'issues'>): string {
  const sentences = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `There is no parameter “${key}” here.`)
      : [issue.message],
  )
  return [...new Set(sentences)].join(' ')
}

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

/** A trouble that an address may answer with, as the description of the interface has it. */
export const apiTrouble = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** An answer in JSON, as the description of the interface has it. */
export const apiAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})
