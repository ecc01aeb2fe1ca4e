import type { Content } from '../govuk/index.ts'
import { Finding } from './finding.tsx'

export interface SectionProps {
  /** Ties the heading to the section, and is where links within the page lead. */
  readonly id: string
  readonly heading: Content
  readonly intro?: Content | undefined
  readonly level?: 2 | 3 | undefined
  readonly children: Content
}

/** A part of a page under its own heading, as far from the part above as everywhere else. */
export function Section({ id, heading, intro, level = 2, children }: SectionProps) {
  return (
    <section class="m-sec" aria-labelledby={id}>
      <div class="m-sec__head">
        <Finding level={level} id={id}>
          {heading}
        </Finding>
        {intro ? <p class="m-2">{intro}</p> : null}
      </div>
      {children}
    </section>
  )
}
