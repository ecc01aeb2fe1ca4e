import type { ComponentChildren } from 'preact'
import { safeUrl } from '../safe-url.ts'
import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, type Content, present } from './content.ts'

export interface ServiceNavigationItem {
  readonly content: Content
  readonly href?: string | undefined
  /** The page that is open. */
  readonly current?: boolean | undefined
  /** The part of the service that the open page belongs to. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** Places for further markup; the two for the list take `<li>` elements. */
export interface ServiceNavigationSlots {
  readonly start?: ComponentChildren
  readonly end?: ComponentChildren
  readonly endAlign?: 'inline' | undefined
  readonly navigationStart?: ComponentChildren
  readonly navigationEnd?: ComponentChildren
}

export interface ServiceNavigationProps extends Extras {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly (ServiceNavigationItem | Absent)[] | undefined
  readonly slots?: ServiceNavigationSlots | undefined
  /** Names the section that a service name makes. */
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
}

/** The name of the service and links to its parts, under the header. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { serviceName, serviceUrl, slots = {}, ariaLabel = 'Service information' } = props
  const common = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inline = slots.endAlign === 'inline' && 'govuk-service-navigation__inlining-container'
  const inner = (
    <div class={classNames('govuk-width-container', inline)}>
      {slots.start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={serviceUrl} />}
        <Navigation {...props} />
      </div>
      {slots.end}
    </div>
  )
  // With a name it is a landmark of its own; without one the <nav> inside is landmark enough.
  return serviceName || slots.start || slots.end ? (
    <section aria-label={ariaLabel} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  )
}

function ServiceName({ name, url }: { readonly name: string; readonly url: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={safeUrl(url)} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

function Navigation({
  navigation = [],
  slots = {},
  menuButtonText = 'Menu',
  menuButtonLabel,
  navigationLabel = menuButtonText,
  navigationId = 'navigation',
  navigationClasses,
  collapseNavigationOnMobile,
}: ServiceNavigationProps) {
  const items = present(navigation)
  if (items.length === 0 && !slots.navigationStart && !slots.navigationEnd) return null
  return (
    <nav aria-label={navigationLabel} class={classNames('govuk-service-navigation__wrapper', navigationClasses)}>
      {(collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden from everyone until a script can make it work
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuButtonLabel === menuButtonText ? undefined : menuButtonLabel}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots.navigationStart}
        {items.map((item) => (
          <NavigationItem {...item} />
        ))}
        {slots.navigationEnd}
      </ul>
    </nav>
  )
}

function NavigationItem({ content, href, current, active, attributes }: ServiceNavigationItem) {
  const highlighted = current || active
  const ariaCurrent = highlighted ? (current ? 'page' : 'true') : undefined
  // <strong> marks the item for readers who put their own colours or styles over the page's.
  const inner = highlighted ? <strong class="govuk-service-navigation__active-fallback">{content}</strong> : content
  return (
    <li class={classNames('govuk-service-navigation__item', highlighted && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={safeUrl(href)} aria-current={ariaCurrent} {...attributes}>
          {inner}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {inner}
        </span>
      )}
    </li>
  )
}
