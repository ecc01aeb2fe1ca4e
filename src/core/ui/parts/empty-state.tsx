import type { Content } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'
import type { Link } from './source-line.tsx'

export interface EmptyStateProps {
  /** What would be here: "Budgets by care group appear here." */
  readonly what: Content
  /** Why it isn't: "East Lothian's document prints none." */
  readonly why: Content
  /** The one thing to do or read next. */
  readonly link: Link
}

/** Stands where there is nothing to show: what would be here, why not, and one way on. */
export function EmptyState({ what, why, link }: EmptyStateProps) {
  return (
    <div class="m-empty">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{why}</p>
      <p>
        <a href={safeUrl(link.href)}>{link.text}</a>
      </p>
    </div>
  )
}
