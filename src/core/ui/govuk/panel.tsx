import { Actions, type MessageAction } from './action.tsx'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import type { HeadingLevel } from './heading-level.ts'

export interface PanelActions extends Extras {
  readonly items: readonly MessageAction[]
}

interface CommonProps extends Extras {
  readonly title: Content
  readonly headingLevel?: HeadingLevel | undefined
  readonly children?: Content | undefined
}

interface ConfirmationProps extends CommonProps {
  readonly type?: 'confirmation' | undefined
  readonly actions?: undefined
}

interface InterruptionProps extends CommonProps {
  readonly type: 'interruption'
  readonly actions?: PanelActions | undefined
}

export type PanelProps = ConfirmationProps | InterruptionProps

/** That something is done, or what to think about before it is, in place of a page's heading. */
export function Panel(props: PanelProps) {
  const { type = 'confirmation', title, headingLevel = 1, children, classes, attributes } = props
  const Heading = `h${headingLevel}` as const
  const actions = type === 'interruption' ? props.actions : undefined
  return (
    <div class={classNames('govuk-panel', `govuk-panel--${type}`, classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items?.length > 0 && <Actions actions={actions.items} inverse />}
        </div>
      )}
    </div>
  )
}
