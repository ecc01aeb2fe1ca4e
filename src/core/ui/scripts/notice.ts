import { findAll } from './find.ts'

/** Moves the focus to what must be read first: a summary of mistakes, or a banner that says what happened. */
export const focusNotice = (root: ParentNode): void => {
  const [notice] = findAll(
    root,
    '[data-module=govuk-error-summary], [data-module=govuk-notification-banner][role=alert]',
  )
  if (!notice || notice.dataset.disableAutoFocus === 'true') return
  notice.tabIndex = -1
  notice.focus()
}
