import type { ComponentChildren } from 'preact'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { asPart, type Content } from './content.ts'
import type { HeadingLevel } from './heading-level.ts'
import { ActionLink, type ActionsOptions, type CardAction } from './summary-action.tsx'

export interface CardTitle {
  readonly content: Content
  readonly headingLevel?: HeadingLevel | undefined
  readonly classes?: string | undefined
}

export interface SummaryCardProps extends Extras {
  readonly title: string | CardTitle
  readonly actions?: ActionsOptions<CardAction> | undefined
}

/** The frame round a summary list: a heading and what can be done with the whole of it. */
export function SummaryCard({
  title,
  actions,
  classes,
  attributes,
  children,
}: SummaryCardProps & { readonly children: ComponentChildren }) {
  return (
    <div class={classNames('govuk-summary-card', classes)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Title {...asPart<CardTitle>(title)} />}
        {actions && <Actions {...actions} cardTitle={title && asPart<CardTitle>(title).content} />}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function Title({ content, headingLevel = 2, classes }: CardTitle) {
  const Heading = `h${headingLevel}` as const
  return <Heading class={classNames('govuk-summary-card__title', classes)}>{content}</Heading>
}

function Actions({ items, classes, cardTitle }: ActionsOptions<CardAction> & { readonly cardTitle: Content }) {
  const names = classNames('govuk-summary-card__actions', classes)
  const [first, ...others] = items
  if (!first) return null
  if (others.length === 0) {
    return (
      <div class={names}>
        <ActionLink action={first} cardTitle={cardTitle} />
      </div>
    )
  }
  return (
    <ul class={names}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}
