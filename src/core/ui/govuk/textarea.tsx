import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { describedByOf, type FieldProps, FormGroup } from './form-group.tsx'

export interface TextareaProps extends FieldProps, Extras {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly disabled?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
}

/** A field of several lines with its label. */
export function Textarea(props: TextareaProps) {
  const { errorMessage, formGroup } = props
  return (
    <FormGroup {...props}>
      {formGroup?.beforeInput}
      {/* Browsers drop a line break at the very beginning, so one that was typed is written twice. */}
      <textarea
        class={classNames('govuk-textarea', errorMessage && 'govuk-textarea--error', props.classes)}
        id={props.id || props.name}
        name={props.name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByOf(props)}
        autocomplete={props.autocomplete}
        value={props.value?.replace(/^\r?\n/, '\n\n')}
        {...props.attributes}
      />
      {formGroup?.afterInput}
    </FormGroup>
  )
}
