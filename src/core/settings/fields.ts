import { longDate } from '../ui/format.ts'
import { isIsoDate } from '../values/index.ts'
import { isLawfulBasis, lawfulBases } from './lawful-basis.ts'
import type { Compliance, Settings, SettingsSection } from './settings.ts'

/** What stands in the fields of a form: each name with its values, as they were typed. */
export type Fields = Readonly<Record<string, readonly string[]>>

/** How far the guidelines are met, as an administrator chooses it. */
export const complianceNames: { readonly [status in Compliance]: string } = {
  full: 'In full: we know of nothing that does not work',
  partial: 'In part: some things do not work for everyone',
  none: 'Not: most of it does not work for someone',
}

/** One question of a section: its label, and its answer as people read it. */
export interface Question {
  readonly label: string
  /** The fields that hold its answer. */
  readonly names: readonly string[]
  readonly words?: (values: readonly string[]) => string
}

const dateWords = (values: readonly string[]): string => {
  const [day = '', month = '', year = ''] = values
  const date = isoFrom(day, month, year)
  return date ? longDate(date) : values.join(' ').trim()
}

/** A calendar date from what was typed into its three fields; undefined when it is none. */
export function isoFrom(day: string, month: string, year: string): string | undefined {
  const date = `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  return isIsoDate(date) ? date : undefined
}

const date = (name: string): string[] => [`${name}-day`, `${name}-month`, `${name}-year`]

/** The questions of each section, in the order of its form. */
export const questions: { readonly [section in SettingsSection]: readonly Question[] } = {
  identity: [
    { label: 'Short name', names: ['title'] },
    { label: 'Full name', names: ['name'] },
    { label: 'Your own website', names: ['website'] },
    { label: 'Colour', names: ['brandColour'] },
  ],
  contact: [
    { label: 'Email address', names: ['email'] },
    { label: 'Telephone number', names: ['phone'] },
    { label: 'Postal address', names: ['address'] },
    { label: 'Hours', names: ['hours'] },
  ],
  accessibility: [
    {
      label: 'How far the pages meet the guidelines',
      names: ['compliance'],
      words: ([status = '']) => complianceNames[status as Compliance] ?? '',
    },
    { label: 'What does not work yet', names: ['issues'] },
    { label: 'How the pages were tested', names: ['tested'] },
    { label: 'Statement prepared on', names: date('preparedOn'), words: dateWords },
    { label: 'Last reviewed on', names: date('reviewedOn'), words: dateWords },
    { label: 'Working days until you answer', names: ['responseDays'] },
  ],
  privacy: [
    { label: 'Data controller', names: ['controller'] },
    { label: 'Data protection officer', names: ['officer'] },
    { label: 'Registration with the Information Commissioner', names: ['registration'] },
    {
      label: 'Lawful basis',
      names: ['bases'],
      words: (values) => values.flatMap((value) => (isLawfulBasis(value) ? [lawfulBases[value].name] : [])).join(', '),
    },
    { label: 'What else you keep, and for how long', names: ['retention'] },
  ],
  publication: [{ label: 'Numbers of people below this are hidden', names: ['hideBelow'] }],
}

/** The answer to a question as people read it; empty when there is none. */
export function answer({ names, words }: Question, fields: Fields): string {
  const values = names.flatMap((name) => fields[name] ?? [])
  return (words ? words(values) : values.join('\n')).trim()
}

/** A section as the fields of its form show it. */
export function fieldsOf(content: Settings[SettingsSection]): Fields {
  const fields: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(content)) {
    if (name === 'preparedOn' || name === 'reviewedOn') {
      const [year = '', month = '', day = ''] = String(value).split('-')
      const plain = (part: string) => part.replace(/^0/, '')
      fields[`${name}-day`] = [plain(day)]
      fields[`${name}-month`] = [plain(month)]
      fields[`${name}-year`] = [year]
    } else if (name === 'bases') fields[name] = value as string[]
    else if (Array.isArray(value)) fields[name] = [value.join('\n')]
    else fields[name] = [value === null ? '' : String(value)]
  }
  return fields
}

/** One question to which two people gave different answers. */
export interface Difference {
  readonly label: string
  readonly saved: string
  readonly typed: string
}

/** What is saved and what was typed, where they differ. */
export const differences = (section: SettingsSection, saved: Fields, typed: Fields): Difference[] =>
  questions[section]
    .map((question) => ({ label: question.label, saved: answer(question, saved), typed: answer(question, typed) }))
    .filter((one) => one.saved !== one.typed)
