import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface WarningTextProps extends Extras {
  readonly children: Content
  readonly iconFallbackText?: string | undefined
}

/** What follows if something is or is not done. */
export function WarningText({ children, iconFallbackText = 'Warning', classes, attributes }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
      </strong>
    </div>
  )
}
