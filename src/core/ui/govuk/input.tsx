import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { asPart, type Part } from './content.ts'
import { describedByOf, type FieldProps, FormGroup } from './form-group.tsx'

export interface InputProps extends FieldProps, Extras {
  readonly type?: 'text' | 'email' | 'number' | 'password' | 'search' | 'tel' | 'url' | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters' | undefined
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** Shown inside the box's edge, such as £. Screen readers skip it, so the label must say it too. */
  readonly prefix?: string | Part | undefined
  readonly suffix?: string | Part | undefined
  readonly inputWrapper?: Extras | undefined
}

/** A one-line field with its label. */
export function Input(props: InputProps) {
  const { prefix, suffix, inputWrapper, formGroup } = props
  const wrapped = prefix || suffix || formGroup?.beforeInput || formGroup?.afterInput
  return (
    <FormGroup {...props}>
      {wrapped ? (
        <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          {prefix && <Affix side="prefix" {...asPart(prefix)} />}
          <Field {...props} />
          {suffix && <Affix side="suffix" {...asPart(suffix)} />}
          {formGroup?.afterInput}
        </div>
      ) : (
        <Field {...props} />
      )}
    </FormGroup>
  )
}

function Field(props: InputProps) {
  // Preact has a type of its own for each kind of field; these kinds all take the same attributes.
  const type = (props.type ?? 'text') as 'text'
  return (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={props.id || props.name}
      name={props.name}
      type={type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedByOf(props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
}

function Affix({ side, content, classes, attributes }: Part & { readonly side: 'prefix' | 'suffix' }) {
  return (
    <div class={classNames(`govuk-input__${side}`, classes)} aria-hidden="true" {...attributes}>
      {content}
    </div>
  )
}
