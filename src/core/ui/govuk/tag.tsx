import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface TagProps extends Extras {
  readonly children: Content
}

/** The state that something is in, in a word; the colour only repeats it. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  )
}
