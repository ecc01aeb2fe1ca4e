import type { Extras } from './attributes.ts'
import { Choice, type ChoiceItem, type Choices, choiceId } from './choice.tsx'
import { classNames } from './class-names.ts'
import { type Asked, Question, type QuestionProps } from './question.tsx'

interface CommonProps extends QuestionProps, Extras {
  readonly name: string
  /** The name, where no prefix is given. */
  readonly idPrefix?: string | undefined
  readonly items: Choices<ChoiceItem>
  /** Chooses the answer with this value, unless the answer says that it is not. */
  readonly value?: string | undefined
}

export type RadiosProps = CommonProps & Asked

/** A question with several answers of which one may be chosen. */
export function Radios(props: RadiosProps) {
  const { name, items, value, formGroup, classes, attributes } = props
  const idPrefix = props.idPrefix || name
  return (
    <Question {...props} asked={props} name={idPrefix}>
      <div class={classNames('govuk-radios', classes)} data-module="govuk-radios" {...attributes}>
        {formGroup?.beforeInputs}
        {items.map((item, at) => {
          if (!item) return null
          if (item.divider !== undefined) return <div class="govuk-radios__divider">{item.divider}</div>
          const checked = item.checked || (Boolean(value) && item.checked !== false && item.value === value)
          return <Choice kind="radio" item={item} id={choiceId(item, idPrefix, at)} name={name} checked={checked} />
        })}
        {formGroup?.afterInputs}
      </div>
    </Question>
  )
}
