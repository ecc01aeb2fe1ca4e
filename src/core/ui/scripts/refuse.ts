import { announce } from './announce.ts'
import { byId } from './find.ts'

/** Says above everything that was typed into a form that it was not taken, and what the answer says of why. */
export const refuse = (form: HTMLFormElement, answer?: Document): void => {
  const notice = document.createElement('div')
  const title = document.createElement('h2')
  notice.id = 'refused'
  notice.className = 'govuk-error-summary'
  title.className = 'govuk-error-summary__title'
  title.textContent = answer?.querySelector('h1')?.textContent ?? 'This could not be sent'
  notice.append(title, ...(answer?.querySelectorAll('[data-why]') ?? []), 'What you typed is still here. Try again.')
  notice.tabIndex = -1
  announce()
  byId(notice.id)?.remove()
  form.prepend(notice)
  notice.focus()
}
