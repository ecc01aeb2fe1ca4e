import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface LabelProps extends Extras {
  /** The id of the field that it names. */
  readonly for: string
  readonly children: Content
  readonly isPageHeading?: boolean | undefined
}

/** The name of a field, and where the page asks one question, the page's heading. */
export function Label({ for: field, children, isPageHeading, classes, attributes }: LabelProps) {
  if (!children) return null
  const label = (
    <label class={classNames('govuk-label', classes)} for={field} {...attributes}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
