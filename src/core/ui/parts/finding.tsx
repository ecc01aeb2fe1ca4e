import type { Content } from '../govuk/index.ts'

export type Level = 1 | 2 | 3 | 4

export interface FindingProps {
  readonly level: Level
  readonly children: Content
  /** How large it is set, when that differs from its level. */
  readonly size?: Level | undefined
  readonly id?: string | undefined
}

const classes = { 1: 'm-h1 m-h1--page', 2: 'm-h2', 3: 'm-h3', 4: 'm-h4' } as const

/** A heading: where it can, it says what was found ("Half of the money is spent with providers"), not what the topic is. */
export function Finding({ level, children, size = level, id }: FindingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class={classes[size]} id={id}>
      {children}
    </Tag>
  )
}
