import type { Content } from '../../../core/ui/govuk/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import { actionText, type FormAction } from '../form-action.ts'
import { focusAfter } from '../form-focus.ts'
import type { Writing } from './writing.ts'

export interface ToolProps {
  readonly writing: Pick<Writing, 'form' | 'focus'>
  readonly does: FormAction
  readonly id?: string | undefined
  /** Said after the words to those who hear the button without what stands beside it. */
  readonly which?: string | undefined
  readonly children: Content
}

/** A quiet button of the form: it changes what is written and saves nothing; the answer leads to where one goes on. */
export function Tool({ writing, does, id, which, children }: ToolProps) {
  const { form, focus } = writing
  return (
    <button
      class="m-tool"
      type="submit"
      id={id}
      name="do"
      value={actionText(does)}
      formaction={safeUrl(`#${focusAfter(form, does)}`)}
      {...(id !== undefined && focus === id ? { 'data-focus': '' } : {})}
    >
      {children}
      {which ? <span class="m-vh">{which}</span> : null}
    </button>
  )
}
