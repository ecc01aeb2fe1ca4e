import { safeUrl } from '../safe-url.ts'
import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

/** A step towards the page; without `href` it is the page itself. */
export interface Breadcrumb {
  readonly content: Content
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbsProps extends Extras {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

/** Where the page stands, from the top of the site downwards. */
export function Breadcrumbs({
  items,
  collapseOnMobile,
  labelText = 'Breadcrumb',
  classes,
  attributes,
}: BreadcrumbsProps) {
  const names = classNames('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')
  return (
    <nav class={names} aria-label={labelText} {...attributes}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={safeUrl(item.href)} {...item.attributes}>
                {item.content}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.content}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
