import { Actions, type MessageAction } from './action.tsx'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import { Passage } from './passage.tsx'

/** One state of the banner: the question, or what was answered. */
export interface CookieMessage extends Extras {
  readonly heading?: Content | undefined
  readonly content: Content
  readonly actions?: readonly MessageAction[] | undefined
  readonly role?: 'alert' | undefined
  readonly hidden?: boolean | undefined
}

export interface CookieBannerProps extends Extras {
  readonly messages: readonly CookieMessage[]
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
}

/** What the service would like to keep on the reader's machine, above everything else on the page. */
export function CookieBanner({
  messages,
  ariaLabel = 'Cookie banner',
  hidden,
  classes,
  attributes,
}: CookieBannerProps) {
  return (
    <div
      role="region"
      class={classNames('govuk-cookie-banner', classes)}
      data-nosnippet=""
      aria-label={ariaLabel}
      hidden={hidden}
      {...attributes}
    >
      {messages.map((message) => (
        <Message {...message} />
      ))}
    </div>
  )
}

function Message({ heading, content, actions, role, hidden, classes, attributes }: CookieMessage) {
  const names = classNames('govuk-cookie-banner__message', classes, 'govuk-width-container')
  return (
    <div class={names} role={role} hidden={hidden} {...attributes}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {heading && <h2 class="govuk-cookie-banner__heading govuk-heading-m">{heading}</h2>}
          <div class="govuk-cookie-banner__content">
            <Passage content={content} />
          </div>
        </div>
      </div>
      {actions && <Actions actions={actions} />}
    </div>
  )
}
