const status = document.createElement('div')
status.setAttribute('role', 'status')
document.body.append(status)

/** Says something to those who hear the page, without taking the focus; `shown` to those who see it as well. */
export const announce = (words = '', shown = false): void => {
  status.className = shown && words ? 'm-status' : 'govuk-visually-hidden'
  status.textContent = words
}
