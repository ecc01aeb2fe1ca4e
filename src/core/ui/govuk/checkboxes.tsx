import type { Extras } from './attributes.ts'
import { Choice, type ChoiceItem, type Choices, choiceId } from './choice.tsx'
import { classNames } from './class-names.ts'
import { describedByOf } from './form-group.tsx'
import { type Asked, Question, type QuestionProps } from './question.tsx'

export interface CheckboxItem extends ChoiceItem {
  /** The name of the question, where the answer has none of its own. */
  readonly name?: string | undefined
  /** The answer "none of these" unticks every other, and they untick it. */
  readonly behaviour?: 'exclusive' | undefined
}

interface CommonProps extends QuestionProps, Extras {
  readonly name: string
  /** The name, where no prefix is given. */
  readonly idPrefix?: string | undefined
  /** Ticks the answers with these values, unless an answer says that it is not ticked. */
  readonly values?: readonly string[] | undefined
}

type GroupProps = CommonProps & Asked & { readonly items: Choices<CheckboxItem> }

/** A box on its own: its label is all that has to be said. */
type SingleProps = CommonProps & {
  readonly items: readonly [CheckboxItem]
  readonly legend?: undefined
  readonly fieldset?: undefined
  readonly labelledBy?: undefined
}

export type CheckboxesProps = GroupProps | SingleProps

/** A question with several answers of which any may be chosen, or one box to tick. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, values = [], formGroup, classes, attributes } = props
  const items: Choices<CheckboxItem> = props.items
  const idPrefix = props.idPrefix || name
  const isGroup = props.legend || props.fieldset || props.labelledBy
  const describedBy = isGroup ? undefined : describedByOf({ ...props, id: idPrefix })
  return (
    <Question {...props} asked={props} name={idPrefix}>
      <div class={classNames('govuk-checkboxes', classes)} data-module="govuk-checkboxes" {...attributes}>
        {formGroup?.beforeInputs}
        {items.map((item, at) => {
          if (!item) return null
          if (item.divider !== undefined) return <div class="govuk-checkboxes__divider">{item.divider}</div>
          return (
            <Choice
              kind="checkbox"
              item={item}
              id={choiceId(item, idPrefix, at)}
              name={item.name || name}
              checked={item.checked || (item.checked !== false && values.includes(item.value))}
              describedBy={describedBy}
              behaviour={item.behaviour}
            />
          )
        })}
        {formGroup?.afterInputs}
      </div>
    </Question>
  )
}
