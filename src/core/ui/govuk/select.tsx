import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, present } from './content.ts'
import { describedByOf, type FieldProps, FormGroup } from './form-group.tsx'

export interface SelectItem {
  readonly text: string
  /** What the form sends; the text, where there is no value. */
  readonly value?: string | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends FieldProps, Extras {
  readonly items: readonly (SelectItem | Absent)[]
  /** Chooses the item with this value, unless the item says that it is not selected. */
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
}

/** A list of which one is chosen, with its label. */
export function Select(props: SelectProps) {
  const { items, value, errorMessage, formGroup } = props
  return (
    <FormGroup {...props}>
      {formGroup?.beforeInput}
      <select
        class={classNames('govuk-select', props.classes, errorMessage && 'govuk-select--error')}
        id={props.id || props.name}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedByOf(props)}
        {...props.attributes}
      >
        {present(items).map((item) => (
          <option value={item.value} selected={isChosen(item, value)} disabled={item.disabled} {...item.attributes}>
            {item.text}
          </option>
        ))}
      </select>
      {formGroup?.afterInput}
    </FormGroup>
  )
}

function isChosen(item: SelectItem, value: string | undefined): boolean {
  return item.selected ?? (Boolean(value) && (item.value ?? item.text) === value)
}
