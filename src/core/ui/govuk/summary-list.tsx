import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, asPart, type Content, present } from './content.ts'
import { ActionLink, type ActionsOptions, type RowAction } from './summary-action.tsx'
import { SummaryCard, type SummaryCardProps } from './summary-card.tsx'

export interface SummaryTerm {
  readonly content: Content
  readonly classes?: string | undefined
}

export interface SummaryRow {
  readonly key: string | SummaryTerm
  readonly value: string | SummaryTerm
  readonly actions?: ActionsOptions<RowAction> | undefined
  readonly classes?: string | undefined
}

export interface SummaryListProps extends Extras {
  readonly rows: readonly (SummaryRow | Absent)[]
  readonly card?: SummaryCardProps | undefined
}

/** Facts about one thing: each with its name and, where it may be changed, a link. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const shown = present(rows)
  const someHaveActions = shown.some((row) => row.actions?.items.length)
  const cardTitle = card?.title ? asPart(card.title).content : undefined
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {shown.map((row) => (
        <Row row={row} someHaveActions={Boolean(someHaveActions)} cardTitle={cardTitle} />
      ))}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

interface RowProps {
  readonly row: SummaryRow
  readonly someHaveActions: boolean
  readonly cardTitle: Content | undefined
}

function Row({ row, someHaveActions, cardTitle }: RowProps) {
  const key = asPart<SummaryTerm>(row.key)
  const value = asPart<SummaryTerm>(row.value)
  const without = someHaveActions && !row.actions && 'govuk-summary-list__row--no-actions'
  return (
    <div class={classNames('govuk-summary-list__row', without, row.classes)}>
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.content}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.content}</dd>
      {row.actions && <RowActions {...row.actions} cardTitle={cardTitle} />}
    </div>
  )
}

function RowActions({
  items,
  classes,
  cardTitle,
}: ActionsOptions<RowAction> & { readonly cardTitle: Content | undefined }) {
  const [first, ...others] = items
  if (!first) return null
  return (
    <dd class={classNames('govuk-summary-list__actions', classes)}>
      {others.length === 0 ? (
        <ActionLink action={first} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}
