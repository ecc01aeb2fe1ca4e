import { first, type Mistake, type Typed } from '../../forms/index.ts'
import { DateInput, Input, type InputProps, Select, Textarea } from '../govuk/index.ts'

/** One of a list. */
export interface Choice {
  readonly value: string
  readonly text: string
}

/** A form as it stands: what was typed, and what is to be put right. */
export interface FormState {
  readonly typed: Typed
  readonly mistakes: readonly Mistake[]
}

/** What is wrong with a field, to stand above it. */
export const mistakeAt = ({ mistakes }: Pick<FormState, 'mistakes'>, field: string): string | undefined =>
  mistakes.find((one) => one.field === field)?.sentence

interface FieldProps extends Pick<InputProps, 'hint' | 'prefix' | 'suffix' | 'inputmode'> {
  readonly form: FormState
  readonly name: string
  readonly label: string
  /** In characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined
  /** Where the table around it says the same. */
  readonly labelHidden?: boolean | undefined
}

const labelOf = ({ label, labelHidden }: Pick<FieldProps, 'label' | 'labelHidden'>) => ({
  content: label,
  classes: labelHidden ? 'govuk-visually-hidden' : 'govuk-label--s',
})

/** A line to type. */
export function TextField({ form, name, label, labelHidden, width, ...more }: FieldProps) {
  return (
    <Input
      {...more}
      name={name}
      label={labelOf({ label, labelHidden })}
      value={first(form.typed, name)}
      errorMessage={mistakeAt(form, name)}
      classes={width ? `govuk-input--width-${width}` : undefined}
      autocomplete="off"
    />
  )
}

/** Several lines to type. */
export function WordsField({ form, name, label, hint, rows }: FieldProps & { readonly rows?: number }) {
  return (
    <Textarea
      name={name}
      label={labelOf({ label })}
      hint={hint}
      rows={rows ?? 3}
      value={form.typed[name]?.[0] ?? ''}
      errorMessage={mistakeAt(form, name)}
    />
  )
}

/** A date in three fields. */
export function DateField({ form, name, label, hint }: Pick<FieldProps, 'form' | 'name' | 'label' | 'hint'>) {
  const parts = ['day', 'month', 'year'].map((part) => `${name}-${part}`)
  return (
    <DateInput
      id={name}
      namePrefix={name}
      legend={{ content: label, classes: 'govuk-fieldset__legend--s' }}
      hint={hint}
      values={Object.fromEntries(parts.map((part) => [part, first(form.typed, part)]))}
      errorMessage={[name, ...parts].map((field) => mistakeAt(form, field)).find(Boolean)}
    />
  )
}

export interface ChoiceFieldProps extends Omit<FieldProps, 'width' | 'prefix' | 'suffix' | 'inputmode'> {
  readonly choices: readonly Choice[]
  /** What stands for no choice, and is there to be chosen. */
  readonly none?: string | undefined
}

/** One of a list. */
export function ChoiceField({ form, name, label, labelHidden, hint, choices, none }: ChoiceFieldProps) {
  const value = first(form.typed, name)
  const listed = choices.some((choice) => choice.value === value)
  return (
    <Select
      name={name}
      label={labelOf({ label, labelHidden })}
      hint={hint}
      value={value}
      errorMessage={mistakeAt(form, name)}
      items={[
        none === undefined ? null : { value: '', text: none },
        // What is no longer in the list stays chosen until something else is.
        value !== '' && !listed ? { value, text: value } : null,
        ...choices,
      ]}
    />
  )
}
