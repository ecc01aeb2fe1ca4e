import type { Fields } from '../../settings/index.ts'
import { type FormMistake, mistakeAt } from './mistake-summary.tsx'

/** What the fields of every section are given. */
export interface SectionFieldsProps {
  readonly fields: Fields
  readonly mistakes: readonly FormMistake[]
  /** Whether anyone may step into who changes it. */
  readonly demonstration: boolean
}

/** The name, value and mistake of one field. */
export const fieldOf = ({ fields, mistakes }: SectionFieldsProps, name: string) => ({
  name,
  value: fields[name]?.[0] ?? '',
  errorMessage: mistakeAt(mistakes, name),
})

/** A label as strong as the legends beside it. */
export const strong = (content: string) => ({ content, classes: 'govuk-label--s' })
