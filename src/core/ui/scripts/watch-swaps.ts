import { byId } from './find.ts'
import { swap } from './swap.ts'

/** Takes over the forms and links that name a region to swap; everything else goes its ordinary way. */
export const watchSwaps = (): void => {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const { submitter, defaultPrevented } = event
    const own = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
    const id = form.dataset.swap
    if (!id || !byId(id) || defaultPrevented || own('target')) return
    event.preventDefault()
    const data = new FormData(form, submitter)
    const url = new URL(own('action') || location.href, location.href)
    const words = new URLSearchParams(data as unknown as Record<string, string>)
    if (own('method').toLowerCase() === 'post') {
      void swap(id, { url: url.href, form, body: /^multipart/.test(own('enctype')) ? data : words })
    } else {
      url.search = `${words}`
      url.hash = ''
      void swap(id, { url: url.href, form })
    }
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]')
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button
    if (!link?.dataset.swap || elsewhere || event.defaultPrevented) return
    event.preventDefault()
    void swap(link.dataset.swap, { url: link.href })
  })
  addEventListener('popstate', ({ state }) => {
    if (state?.swapped) void swap(state.swapped, { url: location.href, travelled: true })
  })
}
