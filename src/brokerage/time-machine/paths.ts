import { dateFields } from '../../core/forms/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import { timeMachinePath } from '../paths.ts'

/** Where one says what would have been otherwise. */
export const newReplayPath = (slug: string): string => `${timeMachinePath(slug)}/new`

/** One replay of the past, with what it came to. */
export const replayPath = (slug: string, id: Id): string => `${timeMachinePath(slug)}/${id}`

/** Where another change of the same past is asked for. */
export function againPath(
  slug: string,
  { service, from, to }: { service: string; from: IsoDate; to: IsoDate },
): string {
  const days = Object.entries({ ...dateFields('from', from), ...dateFields('to', to) }).map(([name, [value = '']]) => [
    name,
    value,
  ])
  return `${newReplayPath(slug)}?${new URLSearchParams([['service', service], ...(days as [string, string][])])}`
}

/** What tells that a replay goes on. */
export const replayEventsPath = (slug: string, id: Id): string => `${replayPath(slug, id)}/events`
