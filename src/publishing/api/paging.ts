import { HTTPException } from 'hono/http-exception'

/** One page of a list: `next` is the cursor of the page after, null on the last; `total` counts all pages. */
export interface PageOf<T> {
  readonly items: readonly T[]
  readonly next: string | null
  readonly total: number
}

/**
 * The page after a cursor. The list stands in the ascending order of its keys, which are unique; so a page goes on
 * after the last key even when the item that had it is gone.
 */
export function pageAfter<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  after: string | undefined,
  limit: number,
): PageOf<T> {
  const past = after === undefined ? undefined : keyFrom(after)
  const found = past === undefined ? 0 : list.findIndex((item) => keyOf(item) > past)
  const start = found === -1 ? list.length : found
  const items = list.slice(start, start + limit)
  const last = items.at(-1)
  const more = start + limit < list.length
  return { items, next: more && last !== undefined ? cursorOf(keyOf(last)) : null, total: list.length }
}

const mark = 'k1.'

const cursorOf = (key: string): string => Buffer.from(mark + key).toString('base64url')

function keyFrom(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  if (text.startsWith(mark) && cursorOf(text.slice(mark.length)) === cursor) return text.slice(mark.length)
  throw new HTTPException(400, {
    message: 'The parameter “after” is not a cursor that this interface gave: take it from “next” of the page before.',
  })
}
