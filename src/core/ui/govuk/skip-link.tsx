import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface SkipLinkProps extends Extras {
  readonly children: Content
  readonly href?: string | undefined
}

/** The first link of a page: takes people who use a keyboard past what every page repeats. */
export function SkipLink({ children, href = '#content', classes, attributes }: SkipLinkProps) {
  return (
    <a
      href={safeUrl(href)}
      class={classNames('govuk-skip-link', classes)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children}
    </a>
  )
}
