import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Absent, Content } from './content.ts'
import type { HeadingLevel } from './heading-level.ts'
import { Passage } from './passage.tsx'
import { translations } from './translations.ts'

export interface AccordionSection {
  readonly heading: Content
  readonly summary?: Content | undefined
  readonly content: Content
  readonly expanded?: boolean | undefined
}

export interface AccordionProps extends Extras {
  /** Unique in the whole service: under it the browser remembers what was open. */
  readonly id: string
  readonly items: readonly (AccordionSection | Absent)[]
  readonly headingLevel?: HeadingLevel | undefined
  readonly rememberExpanded?: boolean | undefined
  readonly showAllSectionsText?: string | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
}

/** Sections under headings that a script lets people open and close; without one they are all open. */
export function Accordion(props: AccordionProps) {
  const { id, items, headingLevel = 2, rememberExpanded, classes, attributes } = props
  const words = translations({
    'hide-all-sections': props.hideAllSectionsText,
    'hide-section': props.hideSectionText,
    'hide-section-aria-label': props.hideSectionAriaLabelText,
    'show-all-sections': props.showAllSectionsText,
    'show-section': props.showSectionText,
    'show-section-aria-label': props.showSectionAriaLabelText,
  })
  return (
    <div
      class={classNames('govuk-accordion', classes)}
      data-module="govuk-accordion"
      id={id}
      {...words}
      data-remember-expanded={rememberExpanded}
      {...attributes}
    >
      {items.map((item, at) => item && <Section {...item} id={id} number={at + 1} headingLevel={headingLevel} />)}
    </div>
  )
}

interface SectionProps extends AccordionSection {
  readonly id: string
  readonly number: number
  readonly headingLevel: HeadingLevel
}

function Section({ id, number, headingLevel, heading, summary, content, expanded }: SectionProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class={classNames('govuk-accordion__section', expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${number}`}>
            {heading}
          </span>
        </Heading>
        {summary && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${number}`}>
            {summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${number}`} class="govuk-accordion__section-content">
        <Passage content={content} />
      </div>
    </div>
  )
}
