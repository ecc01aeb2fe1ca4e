import { fieldsOf, givenTo, heldIn } from './fields.ts'
import { findAll } from './find.ts'

/** Whether a form holds words that leaving would lose: typed since it was shown, or shown again because of a mistake. */
const isUnsaved = (form: HTMLFormElement): boolean =>
  form.dataset.guard === 'unsaved' ||
  form.querySelector('.govuk-form-group--error') !== null ||
  fieldsOf(form).some((field) => heldIn(field) !== givenTo(field))

/** Asks before a page is left with words that were not sent; nothing typed is kept in the browser. */
export const watchUnsaved = (): void => {
  let sent: EventTarget | null
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sent = event.target
  })
  document.addEventListener('input', () => {
    sent = null
  })
  addEventListener('beforeunload', (event) => {
    if (findAll<HTMLFormElement>(document, 'form[data-guard]').some((form) => form !== sent && isUnsaved(form)))
      event.preventDefault()
  })
}
