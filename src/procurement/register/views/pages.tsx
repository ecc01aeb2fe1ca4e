import { Pagination } from '../../../core/ui/govuk/index.ts'
import { withQuery } from '../../../core/ui/parts/index.ts'

export interface PagesProps {
  /** The list's own address with its query. */
  readonly address: string
  readonly page: number
  /** Rows a page, and in all. */
  readonly length: number
  readonly total: number
  /** Names the links, where it is another list. */
  readonly label?: string | undefined
}

/** Links to the first page of a list, the last, and those around this one; nothing when there is one only. */
export function Pages({ address, page, length, total, label = 'Pages of contracts' }: PagesProps) {
  const last = Math.ceil(total / length)
  if (last <= 1) return null
  const to = (one: number) => withQuery(address, { page: one === 1 ? undefined : String(one) })
  const near = Array.from({ length: last }, (_, at) => at + 1).filter(
    (one) => one === 1 || one === last || Math.abs(one - page) <= 1,
  )
  return (
    <Pagination
      landmarkLabel={label}
      previous={page > 1 ? { href: to(Math.min(page - 1, last)) } : undefined}
      next={page < last ? { href: to(page + 1) } : undefined}
      items={near.flatMap((one, at) => [
        at > 0 && one - (near[at - 1] ?? 0) > 1 ? ({ ellipsis: true } as const) : null,
        { number: one, href: to(one), current: one === page },
      ])}
    />
  )
}
