import type { Content } from '../govuk/index.ts'

export interface TimelineEvent {
  /** When it happened, as machines read it: "2026-11-24T09:00" or "2026-11-24". Also what events are put in order by. */
  readonly at: string
  /** When, as people read it: "Today, 09:00". */
  readonly when: string
  readonly what: Content
}

export interface TimelineProps {
  /** Names the list: "What has happened to this package". */
  readonly label: string
  readonly events: readonly TimelineEvent[]
}

/** What has happened, the newest first and marked; events of one moment stay in the order given. */
export function Timeline({ label, events }: TimelineProps) {
  const newestFirst = [...events].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  return (
    <ol class="m-time" aria-label={label}>
      {newestFirst.map(({ at, when, what }, i) => (
        <li class={i === 0 ? 'is-now' : undefined}>
          <time datetime={at}>{when}</time>
          <div>{what}</div>
        </li>
      ))}
    </ol>
  )
}

export interface StagesProps {
  /** Names the list: "What providers can see". */
  readonly label: string
  readonly stages: readonly { readonly content: Content; readonly current?: boolean | undefined }[]
}

/** Stages that follow one another, in their order, with the present one marked. */
export function Stages({ label, stages }: StagesProps) {
  return (
    <ol class="m-time" aria-label={label}>
      {stages.map(({ content, current }) => (
        <li class={current ? 'is-now' : undefined} aria-current={current ? 'step' : undefined}>
          {content}
        </li>
      ))}
    </ol>
  )
}
