import { z } from 'zod'
import { editionBounds } from '../commands/publish-edition.ts'

const text = z.string().default('')

/** What is said about a new edition, and which number its page promised. */
export const editionForm = z.object({
  title: text
    .transform((words) => words.trim())
    .refine((words) => words !== '', 'Write a title for the edition.')
    .refine(
      (words) => words.length <= editionBounds.title,
      `Write a title of at most ${editionBounds.title} characters.`,
    ),
  summary: text
    .transform((words) => words.replaceAll('\r\n', '\n').trim())
    .refine(
      (words) => words.length <= editionBounds.summary,
      `Write what is new in at most ${editionBounds.summary.toLocaleString('en-GB')} characters.`,
    ),
  number: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
})

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional()
  .catch(undefined)

/** What the page of versions is asked for in its address. */
export const historyQuery = z.object({
  from: wholeNumber,
  to: wholeNumber,
  before: wholeNumber,
  done: z.string().optional(),
})
