import type { ComponentChildren } from 'preact'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { Fieldset, type LegendOptions } from './fieldset.tsx'
import { describedByOf, type FieldProps, Guidance } from './form-group.tsx'

/** A legend asks the question; `fieldset` says more about the element that it stands in. */
interface AskedByLegend {
  readonly legend: string | LegendOptions
  readonly fieldset?: Extras | undefined
  readonly labelledBy?: undefined
}

/** The question stands elsewhere on the page, in the element with this id. */
interface AskedElsewhere {
  readonly labelledBy: string
  readonly legend?: undefined
  readonly fieldset?: undefined
}

/** What asks the question that several fields answer: without it, nobody who can't see the page knows it. */
export type Asked = AskedByLegend | AskedElsewhere

export interface QuestionGroupOptions extends Extras {
  readonly beforeInputs?: ComponentChildren
  readonly afterInputs?: ComponentChildren
}

/** What every question with several fields takes. */
export interface QuestionProps extends Pick<FieldProps, 'hint' | 'errorMessage' | 'describedBy'> {
  readonly formGroup?: QuestionGroupOptions | undefined
}

interface Props extends QuestionProps {
  readonly asked:
    | Asked
    | { readonly legend?: undefined; readonly fieldset?: undefined; readonly labelledBy?: undefined }
  /** What the ids of the hint and of the error message begin with. */
  readonly name: string
  readonly role?: 'group' | undefined
  readonly children: ComponentChildren
}

/** Several fields that answer one question, with its hint and error message. */
export function Question(props: Props) {
  const { asked, role, formGroup, errorMessage, children } = props
  const describedBy = describedByOf(props)
  const inner = (
    <>
      <Guidance {...props} />
      {children}
    </>
  )
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: where there is a label there is a role
    <div
      class={classNames('govuk-form-group', errorMessage && 'govuk-form-group--error', formGroup?.classes)}
      role={asked.labelledBy ? 'group' : undefined}
      aria-labelledby={asked.labelledBy}
      aria-describedby={asked.labelledBy ? describedBy : undefined}
      {...formGroup?.attributes}
    >
      {asked.legend || asked.fieldset ? (
        <Fieldset {...asked.fieldset} legend={asked.legend ?? ''} role={role} describedBy={describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}
