import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, asPart, type Content, type Part } from './content.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One answer that may be chosen. */
export interface ChoiceItem {
  readonly content: Content
  readonly value: string
  /** Made from the question's, where none is given; the first is the question's own, for links from the errors. */
  readonly id?: string | undefined
  /** Wins over the value that the question was given. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly hint?: string | Part | undefined
  readonly label?: Extras | undefined
  /** What is asked further of those who choose this; always there to see where no script runs. */
  readonly conditional?: Content | undefined
  readonly attributes?: Attributes | undefined
  readonly divider?: undefined
}

/** A word between two groups of answers, such as "or". */
export interface ChoiceDivider {
  readonly divider: Content
}

/** The answers in their order; what is absent is left out. */
export type Choices<Item extends ChoiceItem> = readonly (Item | ChoiceDivider | Absent)[]

interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox'
  readonly item: ChoiceItem
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly behaviour?: string | undefined
}

/** The id of the answer at a place in the list. */
export function choiceId(item: ChoiceItem, idPrefix: string, at: number): string {
  return item.id || (at === 0 ? idPrefix : `${idPrefix}-${at + 1}`)
}

/** One answer with its label, its hint and what it opens. */
export function Choice({ kind, item, id, name, checked, describedBy, behaviour }: ChoiceProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const hint = item.hint ? asPart(item.hint) : undefined
  const hintId = hint && `${id}-item-hint`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={classNames(describedBy, hintId) || undefined}
          {...item.attributes}
        />
        <Label
          for={id}
          classes={classNames(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.content}
        </Label>
        {hint && (
          <Hint id={hintId} classes={classNames(`${block}__hint`, hint.classes)} attributes={hint.attributes}>
            {hint.content}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
