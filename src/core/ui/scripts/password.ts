import { announce } from './announce.ts'
import { findAll } from './find.ts'

/** Lets people see the password that they type; it is hidden again before it is sent. */
export const showPasswords = (root: ParentNode): void => {
  for (const part of findAll(root, '[data-module=govuk-password-input]')) {
    const field = part.querySelector<HTMLInputElement>('.govuk-js-password-input-input')
    const button = part.querySelector<HTMLElement>('.govuk-js-password-input-toggle')
    if (!field || !button) continue
    const show = (visible: boolean) => {
      field.type = visible ? 'text' : 'password'
      button.textContent = visible ? 'Hide' : 'Show'
      button.ariaLabel = `${button.textContent} password`
    }
    button.hidden = false
    button.addEventListener('click', () => {
      const visible = field.type === 'password'
      show(visible)
      announce(`Your password is ${visible ? 'visible' : 'hidden'}`)
    })
    field.form?.addEventListener('submit', () => show(false))
  }
}
