import { z } from 'zod'
import { largestFile } from '../../core/files/index.ts'
import { isoFrom } from '../../core/settings/fields.ts'
import { type IsoDate, isIsoDate, isPlainLine } from '../../core/values/index.ts'
import { contractKinds } from '../contract-kind.ts'
import { type DocumentKind, documentKinds, mediaTypeOf } from './contract-document.ts'
import { choices } from './register-choice.ts'

const text = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined)

/** Which day is asked about, and as it was known when; read by `readAsAt`. */
export const asAtQuery = z.object({ on: text, known: text })

/** What the register is asked for in its address. */
export const registerQuery = asAtQuery.extend({
  q: text,
  kind: z.enum(contractKinds).optional().catch(undefined),
  group: text,
  show: z.enum(choices).catch('live').default('live'),
  sort: text,
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export type RegisterQuery = z.infer<typeof registerQuery>

/** Something to put right, at the field that it is about. */
export interface DocumentMistake {
  readonly field: 'kind' | 'title' | 'holdsFrom-day' | 'file'
  readonly sentence: string
}

/** What was typed about a document, as its form shows it again. */
export interface DocumentTyped {
  readonly kind: string
  readonly title: string
  /** By the names of its three fields. */
  readonly holdsFrom: { readonly [field: string]: string }
}

/** What is said of a document that is added. */
const documentForm = z.object({
  kind: z.enum(documentKinds, 'Choose what the document is'),
  title: z
    .string()
    .trim()
    .min(1, 'Enter the title')
    .max(200, 'Title must be 200 characters or fewer')
    .refine(isPlainLine, 'Title must be one line of plain text'),
  'holdsFrom-day': z.string().refine(isIsoDate, 'The day from which it holds must be a real date, such as 1 4 2027'),
})

/** Reads what was said of a document; the file is looked at by `fileTrouble`. */
export function readDocument({
  kind,
  title,
  holdsFrom,
}: DocumentTyped):
  | { readonly read: { readonly kind: DocumentKind; readonly title: string; readonly holdsFrom: IsoDate } }
  | { readonly mistakes: readonly DocumentMistake[] } {
  const { 'holdsFrom-day': day = '', 'holdsFrom-month': month = '', 'holdsFrom-year': year = '' } = holdsFrom
  const result = documentForm.safeParse({ kind, title, 'holdsFrom-day': isoFrom(day, month, year) ?? '' })
  if (result.success) {
    const { 'holdsFrom-day': on, ...said } = result.data
    return { read: { ...said, holdsFrom: on } }
  }
  const mistakes = result.error.issues.map(({ path, message }) => ({
    field: path[0] as DocumentMistake['field'],
    sentence: message,
  }))
  return { mistakes: [...new Map(mistakes.map((one) => [one.field, one])).values()] }
}

/** What is wrong with an uploaded file; undefined when it can be kept. */
export function fileTrouble(file: File | undefined): string | undefined {
  if (!file || (file.size === 0 && file.name === '')) return 'Choose a file'
  if (file.size === 0) return 'The file is empty'
  if (file.size > largestFile) return 'The file is larger than 64 MiB, the most that can be kept in one file'
  return mediaTypeOf(file.name)
    ? undefined
    : 'The file must be PDF, Word, Excel, OpenDocument, CSV, text, PNG or JPEG; its name says which'
}
