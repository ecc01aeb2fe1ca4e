import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import type { HeadingLevel } from './heading-level.ts'
import { Passage } from './passage.tsx'

export interface FeedbackProps extends Extras {
  readonly title: Content
  readonly headingLevel?: HeadingLevel | undefined
  readonly children?: Content | undefined
}

/** An invitation to say what the service could do better, at the end of a page. */
export function Feedback({ title, headingLevel = 2, children, classes, attributes }: FeedbackProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class={classNames('govuk-feedback', 'govuk-width-container', classes)} {...attributes}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{title}</Heading>
          {children && (
            <div class="govuk-feedback__body">
              <Passage content={children} />
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
