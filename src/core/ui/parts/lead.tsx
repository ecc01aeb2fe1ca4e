import type { Content } from '../govuk/index.ts'

export interface LeadProps {
  readonly children: Content
}

/** The sentence or two that a page begins with. */
export function Lead({ children }: LeadProps) {
  return <p class="m-lead">{children}</p>
}
