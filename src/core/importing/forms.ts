import { z } from 'zod'
import { largestFile } from '../files/index.ts'
import { isoFrom } from '../settings/fields.ts'
import type { IsoDate } from '../values/index.ts'
import type { Choice, Chosen, Option } from './import-kind.ts'

/** Something to put right, at the field that it is about. */
export interface FormMistake {
  readonly field: string
  readonly sentence: string
}

/** The answers that can be given to each choice that has a list of them. */
export type Options = ReadonlyMap<string, readonly Option[]>

const year = z.string().regex(/^(19|20)\d{2}$/)
const word = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** Reads what was said about a file; `today` bounds the dates. */
export function readChoices(
  choices: readonly Choice[],
  typed: Readonly<Record<string, string>>,
  options: Options,
  today: IsoDate,
): { readonly chosen: Chosen; readonly mistakes: readonly FormMistake[] } {
  const chosen: Record<string, string> = {}
  const mistakes: FormMistake[] = []
  for (const choice of choices) {
    const value = choice.kind === 'date' ? dateOf(choice.name, typed) : (typed[choice.name] ?? '').trim()
    if (value === '' && choice.optional) continue
    const sentence = troubleOf(choice, value, options.get(choice.name) ?? [], today)
    if (sentence) mistakes.push({ field: choice.kind === 'date' ? `${choice.name}-day` : choice.name, sentence })
    else chosen[choice.name] = value
  }
  return { chosen, mistakes }
}

/** A date from its three fields; blank when nothing is typed, and no date when they are none. */
function dateOf(name: string, typed: Readonly<Record<string, string>>): string {
  const [day = '', month = '', yearTyped = ''] = ['day', 'month', 'year'].map((part) =>
    typed[`${name}-${part}`]?.trim(),
  )
  return day || month || yearTyped ? (isoFrom(day, month, yearTyped) ?? 'no date') : ''
}

function troubleOf(
  { kind, label }: Choice,
  value: string,
  options: readonly Option[],
  today: IsoDate,
): string | undefined {
  const what = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  if (kind === 'date') {
    if (value === '') return `Enter the ${what}`
    if (value === 'no date' || value < '1990') return `The ${what} must be a real date, such as 31 10 2026`
    return value > today ? `The ${what} must not be in the future` : undefined
  }
  if (kind === 'year')
    return year.safeParse(value).success ? undefined : `Enter the ${what} as four digits, such as 2018`
  if (kind === 'word') {
    return word.safeParse(value).success
      ? undefined
      : `Enter the ${what} in small letters, digits and hyphens, such as dementia`
  }
  return options.some((option) => option.value === value) ? undefined : `Choose the ${what}`
}

/** What is wrong with a file before anything is read of it. */
export function fileTrouble(file: File | undefined): string | undefined {
  if (!file || (file.size === 0 && file.name === '')) return 'Choose a file'
  if (file.size === 0) return `${fileName(file)} is empty.`
  return file.size > largestFile
    ? `${fileName(file)} is larger than 64 MiB, the most that can be imported at once.`
    : undefined
}

/** A file's name without folders and signs that no name needs. */
export function fileName({ name }: Pick<File, 'name'>): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replaceAll(/\p{C}/gu, '').trim().slice(-120) || 'file'
}
