/** Leaves at once and without a way back by the browser's button, for people who must not be seen reading this. */
export const watchExits = (): void => {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.govuk-js-exit-this-page-button')
    if (!link) return
    event.preventDefault()
    document.title = ''
    document.body.hidden = true
    location.replace(link.href)
  })
}
