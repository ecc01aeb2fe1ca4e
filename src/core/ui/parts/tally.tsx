import type { Content } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'

export interface TallyItem {
  /** As it is read: "137", "£29m", "1 h 52". */
  readonly value: string
  readonly what: Content
  /** Madder, for what is short or late. */
  readonly tone?: 'need' | undefined
  /** The list narrowed to what is counted. */
  readonly href?: string | undefined
}

export interface TallyProps {
  /** Names the row: "Contracts in figures". */
  readonly label: string
  readonly items: readonly TallyItem[]
}

/** The row of counts that heads a register. */
export function Tally({ label, items }: TallyProps) {
  return (
    <ul class="m-tally" aria-label={label}>
      {items.map(({ value, what, tone, href }) => (
        <li class={tone === 'need' ? 'm-tally__need' : undefined}>
          <b>{value}</b> {href ? <a href={safeUrl(href)}>{what}</a> : <span>{what}</span>}
        </li>
      ))}
    </ul>
  )
}
