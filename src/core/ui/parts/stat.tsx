import type { Content } from '../govuk/index.ts'

export interface StatProps {
  /** The number as it is read: "25,500", "£44.1 million". */
  readonly value: string
  /** What is counted and when: "people projected for 2043". */
  readonly unit: Content
  /** A sentence that sets the number against another: a year before, a projection, the nation. */
  readonly comparator?: Content | undefined
}

/** One number, large, with what it counts, and under it a sentence that sets it against another. */
export function Stat({ value, unit, comparator }: StatProps) {
  return (
    <>
      <p class={value.length > 9 ? 'm-stat m-stat--long' : 'm-stat'}>
        <b>{value}</b> <span>{unit}</span>
      </p>
      {comparator ? <p class="m-cmp">{comparator}</p> : null}
    </>
  )
}
