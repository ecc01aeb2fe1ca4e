import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

/** A link that changes or opens what a card shows. */
export interface CardAction extends Extras {
  readonly content: Content
  readonly href: string
  /** What the link is about: read out after its text, so that ten "Change" links differ. */
  readonly visuallyHiddenText?: string | undefined
}

/** A link that changes or opens what a row shows. */
export interface RowAction extends CardAction {
  readonly visuallyHiddenText: string
}

export interface ActionsOptions<Action extends CardAction> {
  readonly items: readonly Action[]
  readonly classes?: string | undefined
}

interface ActionLinkProps {
  readonly action: CardAction
  readonly cardTitle: Content | undefined
}

/** One action of a row or card, with its hidden words and the card's title. */
export function ActionLink({ action, cardTitle }: ActionLinkProps) {
  const { content, href, visuallyHiddenText, classes, attributes } = action
  return (
    <a class={classNames('govuk-link', classes)} href={safeUrl(href)} {...attributes}>
      {content}
      {(visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && [' (', cardTitle, ')']}
        </span>
      )}
    </a>
  )
}
