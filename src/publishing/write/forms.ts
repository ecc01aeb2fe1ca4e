import { z } from 'zod'
import { plainText } from '../block-reader.ts'
import { editionBounds } from '../commands/publish-edition.ts'

const text = z.string().default('')

/** What is said about a new edition, and what its page showed. */
export const editionForm = z.object({
  title: text
    .transform(plainText)
    .refine((words) => words !== '', 'Write a title for the edition.')
    .refine(
      (words) => words.length <= editionBounds.title,
      `Write a title of at most ${editionBounds.title} characters.`,
    ),
  summary: text
    .transform(plainText)
    .refine(
      (words) => words.length <= editionBounds.summary,
      `Write what is new in at most ${editionBounds.summary.toLocaleString('en-GB')} characters.`,
    ),
  number: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
  words: text,
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
