import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface BackLinkProps extends Extras {
  readonly href: string
  readonly children?: Content | undefined
}

/** A link to the page before, above the main content. */
export function BackLink({ href, children = 'Back', classes, attributes }: BackLinkProps) {
  return (
    <a href={safeUrl(href || '#')} class={classNames('govuk-back-link', classes)} {...attributes}>
      {children}
    </a>
  )
}
