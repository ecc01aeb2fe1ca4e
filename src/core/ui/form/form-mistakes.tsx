import type { Mistake } from '../../forms/index.ts'
import { ErrorSummary } from '../govuk/index.ts'

interface FormMistakesProps {
  readonly mistakes: readonly Mistake[]
  readonly title?: string
  /** Where a field stands that is on another page. */
  readonly elsewhere?: ReadonlyMap<string, string>
}

/** Everything that is wrong with a form that came back; nothing when nothing is. */
export function FormMistakes({ mistakes, title = 'There is a problem', elsewhere }: FormMistakesProps) {
  if (mistakes.length === 0) return null
  return (
    <ErrorSummary
      title={title}
      errorList={mistakes.map(({ sentence, field }) => ({
        content: sentence,
        ...(field ? { href: elsewhere?.get(field) ?? `#${field}` } : {}),
      }))}
    />
  )
}
