import { z } from 'zod'
import { isoFrom } from '../settings/fields.ts'
import { addDays, type IsoDate } from '../values/index.ts'

/** What was typed into a form: every field with its values, in their order. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** Something to put right, at the field that it is about; about the whole where there is none. */
export interface Mistake {
  readonly field?: string | undefined
  readonly sentence: string
}

export type Read<T> = { readonly read: T; readonly mistakes?: undefined } | { readonly mistakes: readonly Mistake[] }

/** The first value of a field without blanks around it, or nothing. */
export const first = (typed: Typed, name: string): string => typed[name]?.[0]?.trim() ?? ''

/** The fields of a form, in their order, for a page that carries them on. */
export const fieldsIn = (typed: Typed): [string, string][] =>
  Object.entries(typed).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))

/** What stands for a date that was typed and is none. */
const noDate = 'no date'

/** Reads a form by a schema of its fields; a date is typed in three of them, and what may be ticked often is a list. */
export function readTyped<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  typed: Typed,
): Read<z.output<z.ZodObject<S>>> {
  const sent = Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      field instanceof z.ZodArray
        ? (typed[name] ?? [])
        : isDateTyped(typed, name)
          ? dateTyped(typed, name)
          : first(typed, name),
    ]),
  )
  const result = schema.safeParse(sent)
  if (result.success) return { read: result.data }
  const seen = new Set<string>()
  const mistakes = result.error.issues.flatMap(({ path, message }): Mistake[] => {
    const name = String(path[0] ?? '')
    if (seen.has(name)) return []
    seen.add(name)
    return [{ field: isDateTyped(typed, name) ? `${name}-day` : name, sentence: message }]
  })
  return { mistakes }
}

const isDateTyped = (typed: Typed, name: string): boolean => `${name}-day` in typed

/** A date from its three fields: '' when nothing is typed. */
export function dateTyped(typed: Typed, name: string): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => first(typed, `${name}-${part}`))
  return day || month || year ? (isoFrom(day, month, year) ?? noDate) : ''
}

/** A date as the three fields of a form show it; empty fields for none. */
export function dateFields(name: string, date: IsoDate | null): Record<string, readonly string[]> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const plain = (part: string) => part.replace(/^0/, '')
  return { [`${name}-day`]: [plain(day)], [`${name}-month`]: [plain(month)], [`${name}-year`]: [year] }
}

/** The last day that days take in, of those that end before another; null while they have no end. */
export const lastDay = (until: IsoDate | null): IsoDate | null => until && addDays(until, -1)
