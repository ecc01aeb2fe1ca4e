import { announce } from './announce.ts'
import { countMessage, lengthOf } from './count.ts'
import { byId, findAll } from './find.ts'

/** Tells under a text how much more it may hold, and says it when the typing pauses. */
export const countCharacters = (root: ParentNode): void => {
  for (const part of findAll(root, '[data-module=govuk-character-count]')) {
    const field = part.querySelector<HTMLTextAreaElement>('.govuk-js-character-count')
    const limit = field && byId(`${field.id}-info`)
    if (limit) count(part.dataset, field, limit, part.querySelector('.govuk-error-message') !== null)
  }
}

const count = (data: DOMStringMap, field: HTMLTextAreaElement, limit: Element, mistaken: boolean) => {
  const most = Number(data.maxwords ?? data.maxlength)
  const unit = data.countType ?? (data.maxwords && 'words')
  const shown = document.createElement('div')
  let pause: number
  const update = () => {
    const length = lengthOf(field.value, unit)
    const left = most - length
    const quiet = length < (most * Number(data.threshold ?? 0)) / 100
    shown.textContent = countMessage(left, unit)
    shown.className = `${left < 0 ? 'govuk-error-message' : 'govuk-hint'} govuk-character-count__message govuk-character-count__status`
    shown.classList.toggle('govuk-character-count__message--disabled', quiet)
    if (!mistaken) field.classList.toggle('govuk-textarea--error', left < 0)
    return quiet
  }
  // The limit stays as the field's description; what changes is said by the page's one status.
  shown.ariaHidden = 'true'
  limit.classList.add('govuk-visually-hidden')
  limit.after(shown)
  field.removeAttribute('maxlength')
  field.addEventListener('input', () => {
    clearTimeout(pause)
    if (!update()) pause = setTimeout(() => announce(shown.textContent), 1000)
  })
  addEventListener('pageshow', update)
  update()
}
