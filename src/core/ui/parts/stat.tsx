import type { Content } from '../govuk/index.ts'

export interface StatProps {
  /** The number as it is read: "25,500", "£44.1 million". */
  readonly value: string
  /** What is counted and when: "people projected for 2043". */
  readonly unit: Content
}

/** One number, large, with what it counts. A sentence against a comparator belongs under it. */
export function Stat({ value, unit }: StatProps) {
  return (
    <p class={value.length > 9 ? 'm-stat m-stat--long' : 'm-stat'}>
      <b>{value}</b>
      <span>{unit}</span>
    </p>
  )
}
