import { Button, Select } from '../../core/ui/govuk/index.ts'
import { Section } from '../../core/ui/parts/index.ts'
import { chooseComparisonPath } from '../paths.ts'

export interface CompareFormProps {
  readonly slug: string
  readonly latest: number
  /** What was chosen, when the form comes back. */
  readonly chosen?: { readonly from: string; readonly to: string } | undefined
  readonly mistake?: string | undefined
}

/** The choice of two editions to compare. */
export function CompareForm({ slug, latest, chosen, mistake }: CompareFormProps) {
  const items = Array.from({ length: latest }, (_, at) => ({
    value: String(latest - at),
    text: `Edition ${latest - at}`,
  }))
  const { from, to } = chosen ?? { from: String(latest - 1), to: String(latest) }
  return (
    <Section id="compare" heading="Compare two editions">
      <form method="get" action={chooseComparisonPath(slug)} class="m-choose">
        <Select name="from" label="The earlier" items={items} value={from} />
        <Select name="to" label="The later" items={items} value={to} errorMessage={mistake} />
        <Button classes="govuk-button--secondary">Compare</Button>
      </form>
    </Section>
  )
}
