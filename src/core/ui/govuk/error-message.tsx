import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface ErrorMessageProps extends Extras {
  readonly children: Content
  readonly id?: string | undefined
  /** Said before the message to people who can't see that it is red; empty where the message says it itself. */
  readonly visuallyHiddenText?: string | undefined
}

/** What is wrong with one answer, beside the question. */
export function ErrorMessage({ children, id, visuallyHiddenText = 'Error', classes, attributes }: ErrorMessageProps) {
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  )
}
