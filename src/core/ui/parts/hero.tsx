import type { Content } from '../govuk/index.ts'

export interface HeroProps {
  readonly heading: Content
  readonly lead: Content
  /** Edition, date and links such as "See what changed", one item each. */
  readonly meta?: readonly Content[] | undefined
  /** What stands at the side, usually a `SectionIndex`. */
  readonly side?: Content | undefined
}

/** The top of a partnership's home: the one heading, what this is and for whom, and the way in. */
export function Hero({ heading, lead, meta, side }: HeroProps) {
  return (
    <div class="m-hero">
      <div>
        <h1 class="m-h1">{heading}</h1>
        <p class="m-lead">{lead}</p>
        {meta?.length ? (
          <p class="m-meta">
            {meta.map((item) => (
              <span>{item}</span>
            ))}
          </p>
        ) : null}
      </div>
      {side ?? null}
    </div>
  )
}
