import { z } from 'zod'
import { type IsoDate, isId, isIsoDate, isPlainLine } from '../../core/values/index.ts'
import { writtenParts } from './market-summary.ts'

/** Something to put right, at the field that it is about. */
export interface Mistake {
  readonly field: string
  readonly sentence: string
}

/** The most characters that one part of a summary takes. */
export const longestPart = 4000

const line = (most: number, what: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine(isPlainLine, `${what} must be one line, without hidden signs.`)
    .refine((typed) => typed.length <= most, `${what} must have at most ${most} characters.`)

const part = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine(
      (typed) => typed.length <= longestPart,
      `${what} must have at most ${longestPart.toLocaleString('en-GB')} characters.`,
    )

/** The words of a summary as its form sends them. */
export const wordsForm = z
  .object({
    description: part('The description'),
    period: part('What is said of the period'),
    development: part('What is said of the development'),
    management: part('What is said of the management'),
    source: line(100, 'The source').transform((key) => key || null),
    locus: line(200, 'The place in the source').transform((typed) => typed || null),
    'from-day': z.string().default(''),
    'from-month': z.string().default(''),
    'from-year': z.string().default(''),
    base: z
      .string()
      .default('')
      .transform((id) => (isId(id) ? id : null)),
    do: z.enum(['draft', 'publish']).catch('draft').default('draft'),
  })
  .transform((sent, ctx) => {
    const { 'from-day': day, 'from-month': month, 'from-year': year, ...rest } = sent
    const from = dateOf(day, month, year)
    if (!from) {
      const message = `${day}${month}${year}`.trim() === '' ? 'Give the day from which it holds.' : notADate
      ctx.addIssue({ code: 'custom', message, path: ['from'] })
      return z.NEVER
    }
    if (rest.do === 'publish' && writtenParts.every((name) => rest[name] === '')) {
      const message = 'Write at least one of the four parts before you publish.'
      ctx.addIssue({ code: 'custom', message, path: ['description'] })
      return z.NEVER
    }
    return { ...rest, from }
  })

const notADate = 'The day from which it holds must be a real date, such as 1 4 2027.'

function dateOf(day: string, month: string, year: string): IsoDate | undefined {
  const two = (typed: string) => typed.trim().padStart(2, '0')
  const iso = `${year.trim()}-${two(month)}-${two(day)}`
  return isIsoDate(iso) ? iso : undefined
}

/** What a market area is called and made of, as its form sends it. */
export const areaForm = z.object({
  name: line(120, 'The name').refine((typed) => typed !== '', 'Give the market area a name.'),
  services: z.array(z.string().regex(/^[a-z0-9-]{1,80}$/)).max(60),
  budget: line(200, 'The budget line').transform((typed) => typed || null),
})

/** The mistakes of a form by the fields that they are about, one a field. */
export function mistakesOf(error: z.ZodError): Mistake[] {
  const byField = new Map(error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]))
  return [...byField].map(([field, sentence]) => ({ field, sentence }))
}
