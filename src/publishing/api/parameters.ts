import { z } from '@hono/zod-openapi'
import { parseAges } from '../../evidence/index.ts'

/** The partnership that an answer is about, by its name in addresses. */
export const partnershipParameter = z
  .string({ error: 'Say which partnership with the parameter “partnership”, such as partnership=west-lothian.' })
  .openapi({ description: 'The partnership, as in its address.', example: 'west-lothian' })

/** How many items a page holds. */
export const limitParameter = (usual: number, most: number) => {
  const sentence = `The parameter “limit” must be a whole number from 1 to ${most}.`
  return z
    .string({ error: sentence })
    .regex(/^[1-9]\d{0,4}$/, sentence)
    .transform(Number)
    .refine((limit) => limit <= most, sentence)
    .optional()
    .openapi({
      type: 'integer',
      pattern: undefined,
      minimum: 1,
      maximum: most,
      default: usual,
      description: 'How many items to give at most.',
    })
}

/** Where the page before ended. */
export const afterParameter = z
  .string({ error: 'The parameter “after” must be given once.' })
  .optional()
  .openapi({ description: 'The cursor that the page before gave as “next”.' })

/** Any text. */
export const textParameter = (name: string, description: string, example: string) =>
  z
    .string({ error: `The parameter “${name}” must be given once.` })
    .min(1, `The parameter “${name}” is empty.`)
    .optional()
    .openapi({ description, example })

/** A calendar year. */
export const yearParameter = z
  .string({ error: 'The parameter “year” must be given once.' })
  .regex(/^(1[89]|2[01])\d{2}$/, 'The parameter “year” must be a year such as 2028.')
  .transform(Number)
  .optional()
  .openapi({
    type: 'integer',
    pattern: undefined,
    minimum: 1800,
    maximum: 2199,
    description: 'A year that the period of the figure names.',
    example: 2028,
  })

/** Ages in any of the usual forms. A plus sign that was not escaped arrives as a space and is read as it was meant. */
export const agesParameter = z
  .string({ error: 'The parameter “ages” must be given once.' })
  .transform((text, context) => {
    const ages = parseAges(text.replace(/^(\d+) $/, '$1+'))
    if (ages) return ages
    context.addIssue({ code: 'custom', message: 'The parameter “ages” must be ages such as 75-plus, 65-74 or all.' })
    return z.NEVER
  })
  .optional()
  .openapi({ type: 'string', description: 'Whom the figure counts: 75-plus, 65-74, all.', example: '75-plus' })

/** One of a few words. */
export const wordParameter = <const Word extends string>(name: string, words: readonly Word[], description: string) =>
  z
    .enum(words, { error: `The parameter “${name}” must be one of ${words.join(', ')}.` })
    .optional()
    .openapi({ description })
