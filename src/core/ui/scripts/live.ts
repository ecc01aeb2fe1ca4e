import { announce } from './announce.ts'
import { fetchRegion } from './fetch-region.ts'
import { givenTo } from './fields.ts'
import { byId, findAll } from './find.ts'
import { replace } from './replace.ts'

const sources = new Map<string, EventSource>()
/** What the changes of each region left behind that are not shown yet: the server's mark of its state. */
const waiting = new Map<string, readonly string[]>()
const fetching = new Set<string>()
const patience = 30_000

const isInUse = (region: Element) => region.contains(document.activeElement)

/** Listens for news of the regions that have any; a page that nobody looks at listens to nothing. */
export const listenForChanges = (root: ParentNode): void => {
  for (const { id, dataset } of findAll(root, '[data-live]')) {
    if (sources.has(id) || document.hidden) continue
    const source = new EventSource(dataset.live ?? '')
    sources.set(id, source)
    source.onmessage = ({ lastEventId }) => {
      waiting.set(id, [...(waiting.get(id) ?? []), lastEventId])
      void show(id)
    }
    source.onerror = () => {
      // A connection that broke is made again by the browser; one that was refused is not.
      if (source.readyState !== source.CLOSED) return
      sources.delete(id)
      setTimeout(listenForChanges, patience, document)
    }
  }
}

/** Shows what has changed, unless somebody is at work in the region: then it waits until they leave. */
const show = async (id: string): Promise<void> => {
  const marks = waiting.get(id)
  const region = byId(id)
  if (!region) return close(id)
  if (!marks || fetching.has(id)) return
  // Put in by this person's own doing in the meantime.
  if (region.dataset.live?.includes(`seen=${marks.at(-1)}`)) return void waiting.delete(id)
  if (region.ariaBusy) return later(id, 1000)
  if (isInUse(region)) return announce(`${marks.length} change${marks[1] ? 's' : ''} waiting`, true)
  fetching.add(id)
  // Nobody pressed anything: the server need not take it for a sign that somebody is there.
  const asking = fetchRegion(id, region.dataset.from ?? location.href, { headers: { 'X-Live': id } })
  const { fresh } = await asking.catch(() => ({ fresh: null }))
  fetching.delete(id)
  if (!fresh) return later(id, patience)
  if (region.isConnected && !isInUse(region)) {
    replace(region, fresh, givenTo)
    const rest = waiting.get(id)?.slice(marks.length)
    if (rest?.[0]) waiting.set(id, rest)
    else waiting.delete(id)
  }
  return show(id)
}

const later = (id: string, wait: number) => {
  setTimeout(show, wait, id)
}

const close = (id: string) => {
  sources.get(id)?.close()
  sources.delete(id)
  waiting.delete(id)
}

const showAll = () => {
  for (const id of waiting.keys()) void show(id)
}

/** Notices when the focus has left a region, and when the page is hidden or seen again. */
export const watchVisibility = (): void => {
  document.addEventListener('focusout', () => setTimeout(showAll))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) [...sources.keys()].forEach(close)
    else listenForChanges(document)
  })
}
