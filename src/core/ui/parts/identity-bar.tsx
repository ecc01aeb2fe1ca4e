import type { Content } from '../govuk/index.ts'
import { type Fact, Facts } from './facts.tsx'

export interface IdentityBarProps {
  /** What is looked at: "Package", "Provider", "Contract". */
  readonly kind: string
  /** Which one: "P-1001", "Example provider". */
  readonly name: string
  readonly facts: readonly Fact[]
  /** Buttons for the one or two things most often done with it. */
  readonly actions?: Content | undefined
}

/** Says throughout a long page who or what is being looked at; on a desk screen it stays in sight. */
export function IdentityBar({ kind, name, facts, actions }: IdentityBarProps) {
  return (
    <section class="m-identity" aria-label={`${kind} ${name}`}>
      <div class="m-identity__name">
        <p>
          <span>{kind}</span> <strong>{name}</strong>
        </p>
        {actions ? <div class="m-btns">{actions}</div> : null}
      </div>
      <Facts facts={facts} />
    </section>
  )
}
