import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface HintProps extends Extras {
  readonly children: Content
  readonly id?: string | undefined
}

/** Help with a question, between it and its field. */
export function Hint({ children, id, classes, attributes }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  )
}
