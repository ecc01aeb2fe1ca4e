import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { asPart, type Content } from './content.ts'
import { Tag } from './tag.tsx'

export interface PhaseTag {
  readonly content: Content
  readonly classes?: string | undefined
}

export interface PhaseBannerProps extends Extras {
  readonly tag: string | PhaseTag
  readonly children: Content
}

/** How far along the service is, under its header. */
export function PhaseBanner({ tag = '', children, classes, attributes }: PhaseBannerProps) {
  const phase = asPart<PhaseTag>(tag)
  return (
    <div class={classNames('govuk-phase-banner', 'govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', phase.classes)}>{phase.content}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
