import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface DetailsProps extends Extras {
  readonly summary: Content
  readonly children: Content
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

/** A line that opens to show more, for what only some readers need. */
export function Details({ summary, children, id, open, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
