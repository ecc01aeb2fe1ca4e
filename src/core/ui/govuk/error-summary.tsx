import { safeUrl } from '../safe-url.ts'
import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

/** One thing to put right; `href` leads to the question, as `#` and the id of its field. */
export interface ErrorSummaryItem {
  readonly content: Content
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps extends Extras {
  readonly title: Content
  readonly description?: Content | undefined
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** Everything that is wrong with a form that came back, above the page's heading. */
export function ErrorSummary({
  title,
  description,
  errorList = [],
  disableAutoFocus,
  classes,
  attributes,
}: ErrorSummaryProps) {
  return (
    <div
      class={classNames('govuk-error-summary', classes)}
      data-module="govuk-error-summary"
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
    >
      {/* The alert is a child of what takes focus: on one element, screen readers lose part of it. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={safeUrl(item.href)} {...item.attributes}>
                      {item.content}
                    </a>
                  ) : (
                    item.content
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
