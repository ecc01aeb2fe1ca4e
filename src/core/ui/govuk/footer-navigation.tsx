import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface FooterLinkProps extends Extras {
  readonly content: Content
  readonly href: string
}

/** Links of one kind under a heading. */
export interface FooterSection {
  readonly title: string
  readonly items?: readonly FooterLinkProps[] | undefined
  readonly columns?: number | undefined
  readonly width?: 'full' | 'one-half' | 'one-third' | 'two-thirds' | 'one-quarter' | 'three-quarters' | undefined
}

/** The sections of links above the line. */
export function FooterNavigation({ sections }: { readonly sections: readonly FooterSection[] }) {
  return (
    <>
      <div class="govuk-footer__navigation">
        {sections.map((section) => (
          <Section {...section} />
        ))}
      </div>
      <hr class="govuk-footer__section-break" />
    </>
  )
}

function Section({ title, items = [], columns, width = 'full' }: FooterSection) {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${width}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul class={classNames('govuk-footer__list', columns !== undefined && `govuk-footer__list--columns-${columns}`)}>
          {items.map((item) => (
            <li class="govuk-footer__list-item">
              <FooterLink {...item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A link anywhere in the footer. */
export function FooterLink({ content, href, classes, attributes }: FooterLinkProps) {
  return (
    <a class={classNames('govuk-footer__link', classes)} href={safeUrl(href)} {...attributes}>
      {content}
    </a>
  )
}
