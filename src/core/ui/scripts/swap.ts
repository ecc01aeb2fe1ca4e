import { announce } from './announce.ts'
import { fetchRegion } from './fetch-region.ts'
import { fieldsOf, givenTo, heldIn } from './fields.ts'
import { byId } from './find.ts'
import { refuse } from './refuse.ts'
import { replace } from './replace.ts'

interface Sent {
  readonly url: string
  /** The form that asks, and what it sends when it changes something. */
  readonly form?: HTMLFormElement
  readonly body?: BodyInit
  /** The browser's back or forward button came here, so the address is right already. */
  readonly travelled?: boolean
}

/** What each region waits for: a reading gives way to the next one, a change never does. */
const underWay = new Map<string, AbortController | undefined>()

/** Fetches a page and puts one region of it in the place of the present one; where that can't be, the browser goes there as ever. */
export const swap = async (id: string, { url, form, body, travelled }: Sent): Promise<void> => {
  const old = byId(id)
  if (!old) return location.assign(url)
  const current = underWay.get(id)
  if (underWay.has(id) && !current) return announce('Still working. Press again in a moment.', true)
  current?.abort()
  const stop = body ? undefined : new AbortController()
  underWay.set(id, stop)
  const own = fieldsOf(old).filter((field) => field.form === form)
  const sent = new Map(own.map((field) => [field, heldIn(field)]))
  old.ariaBusy = 'true'
  const slow = setTimeout(announce, 1000, 'Working…', true)
  try {
    const { response, page, fresh } = await fetchRegion(
      id,
      url,
      body ? { method: 'POST', body } : { signal: stop?.signal },
    )
    if (fresh) {
      if (!travelled && (!body || response.redirected)) goTo(response.url, id)
      document.title = page.title
      // What was sent is dealt with; other words stand in nobody's answer and stay.
      replace(byId(id) ?? old, fresh, (field) => sent.get(field) ?? givenTo(field))
    } else if (form && body && !response.redirected) {
      // An answer that can only be seen whole: the next press sends the form the ordinary way.
      if (response.ok) delete form.dataset.swap
      refuse(form, page)
    } else {
      // What was typed has arrived, so nothing is asked on leaving.
      delete form?.dataset.guard
      if (travelled) location.reload()
      else location.assign(response.url)
    }
  } catch {
    if (stop?.signal.aborted) return
    if (form && body) refuse(form)
    else location.assign(url)
  } finally {
    clearTimeout(slow)
    if (underWay.get(id) === stop) {
      underWay.delete(id)
      old.ariaBusy = null
    }
  }
}

/** The address bar follows, and the browser's back button leads back to what stood here. */
const goTo = (url: string, swapped: string): void => {
  if (url === location.href.split('#')[0]) return
  history.replaceState({ swapped }, '')
  history.pushState({ swapped }, '', url)
}
