import { byId, findAll } from './find.ts'

/** Shows the questions that belong to a chosen answer, and only those. */
export const revealChosen = (root: ParentNode): void => {
  for (const input of findAll<HTMLInputElement>(root, '[data-aria-controls], input[aria-controls]')) {
    const id = input.dataset.ariaControls ?? input.getAttribute('aria-controls') ?? ''
    const name = `govuk-${input.type === 'radio' ? 'radios' : 'checkboxes'}`
    input.setAttribute('aria-controls', id)
    // Not for radios: ARIA has no such state for them.
    if (input.type === 'checkbox') input.ariaExpanded = String(input.checked)
    // The official styles hide only inside an element of this class.
    input.closest(`.${name}`)?.classList.add('govuk-frontend-supported')
    byId(id)?.classList.toggle(`${name}__conditional--hidden`, !input.checked)
  }
}

/** Follows what is chosen; "none of these" and the other answers undo each other. */
export const watchChoices = (): void => {
  document.addEventListener('change', ({ target }) => {
    const chosen = target as HTMLInputElement
    const exclusive = chosen.dataset.behaviour
    if (chosen.type === 'checkbox' && chosen.checked) {
      for (const other of document.getElementsByName(chosen.name) as NodeListOf<HTMLInputElement>) {
        if (other !== chosen && other.form === chosen.form && (exclusive || other.dataset.behaviour))
          other.checked = false
      }
    }
    revealChosen(document)
  })
  // The browser may have put back what was chosen before.
  addEventListener('pageshow', () => revealChosen(document))
}
