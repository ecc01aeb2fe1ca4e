import { Pagination } from '../../ui/govuk/index.ts'
import { withQuery } from '../../ui/parts/index.ts'
import { pageLength } from '../page-of.ts'

export interface PagesProps {
  /** The list's own address with its query. */
  readonly address: string
  readonly page: number
  readonly total: number
}

/** Links to the other pages of a list: the first, the last and those around this one. Nothing when there is one only. */
export function Pages({ address, page, total }: PagesProps) {
  const last = Math.ceil(total / pageLength)
  if (last <= 1) return null
  const to = (number: number) =>
    withQuery(address, { page: number === 1 ? undefined : String(number), done: undefined })
  const near = Array.from({ length: last }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === last || Math.abs(number - page) <= 1,
  )
  return (
    <Pagination
      previous={page > 1 ? { href: to(Math.min(page - 1, last)) } : undefined}
      next={page < last ? { href: to(page + 1) } : undefined}
      items={near.flatMap((number, at) => [
        at > 0 && number - (near[at - 1] ?? 0) > 1 ? ({ ellipsis: true } as const) : null,
        { number, href: to(number), current: number === page },
      ])}
    />
  )
}
