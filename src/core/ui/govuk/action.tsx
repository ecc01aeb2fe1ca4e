import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

/** Something to do about a message: a button, or a link where there is an address and no type. */
export interface MessageAction extends Extras {
  readonly content: Content
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
}

interface ActionsProps {
  readonly actions: readonly MessageAction[]
  /** Whether they stand on a ground of colour. */
  readonly inverse?: boolean | undefined
}

/** What may be done about a message, side by side. */
export function Actions({ actions, inverse }: ActionsProps) {
  return (
    <div class="govuk-button-group">
      {/* The spaces keep two links apart where there is no stylesheet. */}
      {actions.map((action) => [<Action action={action} inverse={inverse} />, ' '])}
    </div>
  )
}

function Action({ action, inverse }: { readonly action: MessageAction; readonly inverse: boolean | undefined }) {
  const { content, href, type = 'button', name, value, classes, attributes } = action
  if (href && action.type !== 'button') {
    return (
      <a
        class={classNames('govuk-link', inverse && 'govuk-link--inverse', classes)}
        href={safeUrl(href)}
        {...attributes}
      >
        {content}
      </a>
    )
  }
  const look = { classes: classNames(inverse && 'govuk-button--inverse', classes), attributes }
  if (href) {
    return (
      <Button href={href} {...look}>
        {content}
      </Button>
    )
  }
  return (
    <Button type={type} name={name} value={value} {...look}>
      {content}
    </Button>
  )
}
