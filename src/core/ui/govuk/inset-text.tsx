import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface InsetTextProps extends Extras {
  readonly children: Content
  readonly id?: string | undefined
}

/** A passage set apart from the text around it. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  )
}
