import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

interface CommonProps extends Extras {
  readonly children: Content
  readonly id?: string | undefined
  readonly isStartButton?: boolean | undefined
}

interface LinkProps extends CommonProps {
  readonly href: string
}

interface ActionProps extends CommonProps {
  readonly href?: undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
}

export type ButtonProps = LinkProps | ActionProps

/** A button that sends a form, or with `href` a link that starts something and looks like one. */
export function Button(props: ButtonProps) {
  const common = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: props.id,
    ...props.attributes,
  }
  if (props.href) {
    return (
      <a href={safeUrl(props.href)} role="button" draggable={false} {...common}>
        <ButtonText {...props} />
      </a>
    )
  }
  const { type = 'submit', name, value, disabled, preventDoubleClick } = props as ActionProps
  return (
    <button
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick}
      {...common}
    >
      <ButtonText {...props} />
    </button>
  )
}

function ButtonText({ children, isStartButton }: CommonProps) {
  if (!isStartButton) return <>{children}</>
  return (
    <>
      {/* A start button is a flex container, which would lose the spaces between several children. */}
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
