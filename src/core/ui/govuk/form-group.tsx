import type { ComponentChildren } from 'preact'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { asPart, type Part } from './content.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export interface LabelOptions extends Part {
  readonly isPageHeading?: boolean | undefined
}

export interface ErrorOptions extends Part {
  readonly visuallyHiddenText?: string | undefined
}

export interface FormGroupOptions extends Extras {
  readonly beforeInput?: ComponentChildren
  readonly afterInput?: ComponentChildren
}

/** What every field with a label takes. */
export interface FieldProps {
  readonly label: string | LabelOptions
  readonly name: string
  /** The name, where no id is given. */
  readonly id?: string | undefined
  readonly hint?: string | Part | undefined
  readonly errorMessage?: string | ErrorOptions | undefined
  /** Ids of further elements that describe the field. */
  readonly describedBy?: string | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** What explains a field, or several that answer one question; the ids are made from the field's. */
export type GuidanceProps = Pick<FieldProps, 'id' | 'name' | 'hint' | 'errorMessage'>

/** The ids of everything that describes a field, for its `aria-describedby`. */
export function describedByOf(props: GuidanceProps & Pick<FieldProps, 'describedBy'>): string | undefined {
  const { id, name, hint, errorMessage, describedBy } = props
  const field = id || name
  return classNames(describedBy, hint && `${field}-hint`, errorMessage && `${field}-error`) || undefined
}

/** A field with its label, hint and error message. */
export function FormGroup(props: FieldProps & { readonly children: ComponentChildren }) {
  const { name, formGroup, children } = props
  const id = props.id || name
  const label = asPart<LabelOptions>(props.label)
  const names = classNames('govuk-form-group', props.errorMessage && 'govuk-form-group--error', formGroup?.classes)
  return (
    <div class={names} {...formGroup?.attributes}>
      <Label {...label} for={id}>
        {label.content}
      </Label>
      <Guidance {...props} />
      {children}
    </div>
  )
}

/** The hint and the error message between the words of a question and its fields. */
export function Guidance({ id, name, hint, errorMessage }: GuidanceProps) {
  const field = id || name
  const help = hint && asPart(hint)
  const error = errorMessage && asPart<ErrorOptions>(errorMessage)
  return (
    <>
      {help && (
        <Hint {...help} id={`${field}-hint`}>
          {help.content}
        </Hint>
      )}
      {error && (
        <ErrorMessage {...error} id={`${field}-error`}>
          {error.content}
        </ErrorMessage>
      )}
    </>
  )
}
