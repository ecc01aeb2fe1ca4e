import { ErrorSummary } from '../../ui/govuk/index.ts'

/** Something to put right: a sentence, and the field that it is about where there is one. */
export interface FormMistake {
  readonly sentence: string
  readonly field?: string | undefined
  readonly advice?: string | undefined
}

/** Everything that is wrong with a form that came back; nothing when nothing is. */
export function MistakeSummary({ mistakes }: { readonly mistakes: readonly FormMistake[] }) {
  if (mistakes.length === 0) return null
  return (
    <ErrorSummary
      title="There is a problem"
      errorList={mistakes.map(({ sentence, field, advice }) => ({
        content: advice ? `${sentence} ${advice}` : sentence,
        href: field ? `#${field}` : undefined,
      }))}
    />
  )
}

/** The sentence about one field, to stand above it. */
export const mistakeAt = (mistakes: readonly FormMistake[], field: string): string | undefined =>
  mistakes.find((mistake) => mistake.field === field)?.sentence
