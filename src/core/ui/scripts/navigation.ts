import { byId, findAll } from './find.ts'

/** Folds the service's navigation behind its button where the page is narrow. */
export const foldNavigation = (root: ParentNode): void => {
  for (const button of findAll(root, '.govuk-js-service-navigation-toggle')) {
    const menu = byId(button.getAttribute('aria-controls') ?? '')
    const wide = matchMedia('(min-width: 40.0625em)')
    let open = false
    const fold = () => {
      button.hidden = wide.matches
      button.ariaHidden = wide.matches ? 'true' : null
      button.ariaExpanded = String(open)
      if (menu) menu.hidden = !wide.matches && !open
    }
    button.addEventListener('click', () => {
      open = !open
      fold()
    })
    wide.addEventListener('change', fold)
    fold()
  }
}
