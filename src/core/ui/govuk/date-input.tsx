import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, present } from './content.ts'
import { Input, type InputProps } from './input.tsx'
import { type Asked, Question, type QuestionProps } from './question.tsx'

/** One part of a date. */
export interface DateField extends Pick<InputProps, 'autocomplete' | 'inputmode' | 'pattern'> {
  /** "day", "month" or "year", where no name is given. */
  readonly name?: string | undefined
  /** The name with a capital, where no label is given. */
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly value?: string | undefined
  /** Whether the error is this part's; where no part says so, it is every part's that doesn't deny it. */
  readonly error?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A part of a date that says its own name. */
export interface NamedDateField extends DateField {
  readonly name: string
  readonly label: string
}

interface CommonProps extends QuestionProps, Extras {
  readonly id: string
  /** Stands before the name of every part, with a hyphen. */
  readonly namePrefix?: string | undefined
  readonly day?: DateField | false | undefined
  readonly month?: DateField | false | undefined
  readonly year?: DateField | false | undefined
  /** Parts in an order of their own, in place of day, month and year. */
  readonly items?: readonly (NamedDateField | Absent)[] | undefined
  /** What was typed, under the names of the fields. */
  readonly values?: { readonly [name: string]: string | undefined } | undefined
}

export type DateInputProps = CommonProps & Asked

type Part = 'day' | 'month' | 'year'

/** A date that people know by heart, in fields to type its parts in. */
export function DateInput(props: DateInputProps) {
  const { id, formGroup, classes, attributes } = props
  const fields = props.items?.length ? present<DateField>(props.items) : present(standardFields(props))
  const someHaveErrors = fields.some(hasError)
  return (
    <Question {...props} asked={props} name={id} role="group">
      <div class={classNames('govuk-date-input', classes)} id={id} {...attributes}>
        {formGroup?.beforeInputs}
        {fields.map((field) => (
          <DatePart {...toInput(field, props, !someHaveErrors)} />
        ))}
        {formGroup?.afterInputs}
      </div>
    </Question>
  )
}

const standardFields = (props: CommonProps) =>
  (['day', 'month', 'year'] as const).map((part): DateField | false => {
    const given = props[part]
    return given === undefined ? { name: part } : given && { ...given, name: given.name ?? part }
  })

const hasError = ({ error, classes }: DateField) => error || classes?.includes('govuk-input--error') === true

/** The field as an input: its name in the form, what was typed, and whether the error is its own. */
function toInput(field: DateField, props: CommonProps, sharesError: boolean): InputProps {
  const { classes } = field
  const part = (['day', 'month', 'year'] as const).find((one) => isPart(field, one, props))
  const own = field.name ?? part ?? ''
  const name = props.namePrefix ? `${props.namePrefix}-${own}` : own
  const inError = hasError(field) || (sharesError && field.error !== false && Boolean(props.errorMessage))
  const value = field.value ?? (part && typedInto(part, props)) ?? props.values?.[name]
  return {
    ...field,
    name,
    id: field.id || `${props.id}-${own}`,
    label: { content: field.label || own.charAt(0).toUpperCase() + own.slice(1), classes: 'govuk-date-input__label' },
    value,
    inputmode: field.inputmode ?? 'numeric',
    classes: classNames(
      'govuk-date-input__input',
      inError && !classes?.includes('govuk-input--error') && 'govuk-input--error',
      !classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
      classes,
    ),
  }
}

function isPart({ name }: DateField, part: Part, props: CommonProps): boolean {
  const standard = props[part]
  return name === part || (standard ? name === (standard.name ?? part) : false)
}

function typedInto(part: Part, props: CommonProps): string | undefined {
  const standard = props[part]
  if (standard === undefined) return props.values?.[part]
  return standard ? standard.value : undefined
}

function DatePart(field: InputProps) {
  return (
    <div class="govuk-date-input__item">
      <Input {...field} />
    </div>
  )
}
