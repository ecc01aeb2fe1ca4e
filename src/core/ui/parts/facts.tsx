import type { Content } from '../govuk/index.ts'

export interface Fact {
  readonly term: string
  readonly value: Content
  /** Madder, for what is short or late; the words must say it too. */
  readonly tone?: 'need' | undefined
}

export interface FactsProps {
  readonly facts: readonly Fact[]
}

/** A strip of short facts, each under its name. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="m-facts">
      {facts.map(({ term, value, tone }) => (
        <div>
          <dt>{term}</dt>
          <dd class={tone === 'need' ? 'm-c-need' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
