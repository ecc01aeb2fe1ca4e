import { safeUrl } from '../safe-url.ts'
import type { ColumnSort } from './table-data.ts'

/** A column's heading as the link that sorts by it; the arrow shows how it is sorted now, `aria-sort` says it. */
export function SortLink({ text, sort: { href, now, region } }: { readonly text: string; readonly sort: ColumnSort }) {
  return (
    <a class={now ? 'm-sort m-sort--now' : 'm-sort'} href={safeUrl(href)} data-swap={region}>
      {text}
      <svg viewBox="0 0 10 14" aria-hidden="true" focusable="false">
        {now === 'descending' ? null : <path d="M1 6 5 1l4 5z" />}
        {now === 'ascending' ? null : <path d="m1 8 4 5 4-5z" />}
      </svg>
    </a>
  )
}
