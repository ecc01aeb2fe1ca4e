import { DateInput, Input, Radios, Select } from '../../ui/govuk/index.ts'
import type { FormMistake, Options } from '../forms.ts'
import type { Choice } from '../import-kind.ts'

export interface ChoiceFieldProps {
  readonly choice: Choice
  readonly options: Options
  readonly typed: Readonly<Record<string, string>>
  readonly mistakes: readonly FormMistake[]
}

/** The field in which something is said about a file. */
export function ChoiceField({ choice, options, typed, mistakes }: ChoiceFieldProps) {
  const { name, kind } = choice
  const field = kind === 'date' ? `${name}-day` : name
  const errorMessage = mistakes.find((mistake) => mistake.field === field)?.sentence
  const label = choice.optional ? `${choice.label} (optional)` : choice.label
  const common = { name, hint: choice.hint, errorMessage }
  const listed = options.get(name) ?? []
  if (kind === 'date') {
    return (
      <DateInput
        id={name}
        namePrefix={name}
        legend={{ content: label, classes: 'govuk-fieldset__legend--s' }}
        hint={choice.hint}
        errorMessage={errorMessage}
        values={typed}
      />
    )
  }
  if (kind === 'one-of') {
    return (
      <Radios
        {...common}
        legend={{ content: label, classes: 'govuk-fieldset__legend--s' }}
        value={typed[name]}
        items={listed.map(({ value, text }) => ({ value, content: text }))}
      />
    )
  }
  const strong = { content: label, classes: 'govuk-label--s' }
  if (kind === 'list') {
    return (
      <Select
        {...common}
        label={strong}
        value={typed[name] ?? ''}
        items={[{ value: '', text: choice.optional ? 'Not said' : 'Choose one' }, ...listed]}
      />
    )
  }
  return (
    <Input
      {...common}
      label={strong}
      value={typed[name]}
      autocomplete="off"
      {...(kind === 'year' ? { inputmode: 'numeric' as const, classes: 'govuk-input--width-4' } : {})}
    />
  )
}
