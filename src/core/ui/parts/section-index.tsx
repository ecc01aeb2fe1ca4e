import { safeUrl } from '../safe-url.ts'

export interface SectionIndexItem {
  readonly text: string
  readonly href: string
  readonly current?: boolean | undefined
}

export interface SectionIndexProps {
  /** Names the list for those who do not see where it stands: "In this statement". */
  readonly label: string
  readonly items: readonly SectionIndexItem[]
}

/** The numbered list of sections: how a long statement is read in order or entered anywhere. */
export function SectionIndex({ label, items }: SectionIndexProps) {
  return (
    <nav aria-label={label}>
      <ol class="m-index">
        {items.map(({ text, href, current }) => (
          <li>
            <a href={safeUrl(href)} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
