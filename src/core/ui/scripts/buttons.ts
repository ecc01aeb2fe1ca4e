/** Takes a second click within a second for the tremor of the first, and lets the space bar press links that look like buttons. */
export const watchButtons = (): void => {
  let pressed: Element | null | undefined
  document.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest('[data-prevent-double-click=true]')
      if (!button) return
      if (button === pressed) event.preventDefault()
      pressed = button
      setTimeout(() => {
        pressed = undefined
      }, 1000)
    },
    true,
  )
  document.addEventListener('keydown', (event) => {
    const link = event.target as HTMLElement
    if (event.key !== ' ' || !link.matches('a[role=button]')) return
    event.preventDefault()
    link.click()
  })
}
