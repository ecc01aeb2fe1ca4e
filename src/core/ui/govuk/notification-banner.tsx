import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import type { HeadingLevel } from './heading-level.ts'

/** One line of text stands as a heading; anything longer brings its own markup as children. */
type Message =
  | { readonly text: string; readonly children?: undefined }
  | { readonly text?: undefined; readonly children: Content }

interface BannerProps extends Extras {
  readonly type?: 'success' | undefined
  /** "Important", or "Success" for that type, where no title is given: a banner is never without a heading. */
  readonly title?: Content | undefined
  readonly titleHeadingLevel?: HeadingLevel | undefined
  readonly titleId?: string | undefined
  readonly role?: 'alert' | 'region' | 'banner' | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export type NotificationBannerProps = BannerProps & Message

/** News about the service, or that something has worked, at the top of the page. */
export function NotificationBanner({
  type,
  title = type === 'success' ? 'Success' : 'Important',
  titleHeadingLevel = 2,
  titleId = 'govuk-notification-banner-title',
  role = type === 'success' ? 'alert' : 'region',
  disableAutoFocus,
  text,
  children,
  classes,
  attributes,
}: NotificationBannerProps) {
  const Heading = `h${titleHeadingLevel}` as const
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is alert or region, and both take a label
    <div
      class={classNames(
        'govuk-notification-banner',
        type === 'success' && 'govuk-notification-banner--success',
        classes,
      )}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {text ? <p class="govuk-notification-banner__heading">{text}</p> : children}
      </div>
    </div>
  )
}
