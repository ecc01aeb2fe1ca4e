import { SummaryList } from '../../../core/ui/govuk/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'

const labels = [
  ['name', 'Name'],
  ['address', 'Address'],
  ['postcode', 'Postcode'],
  ['contacts', 'Contacts'],
  ['risks', 'Risks'],
] as const

/** Who care is for, as was told to the provider that accepted it or takes it over. */
export function PersonFacts({ person }: { readonly person: Readonly<Record<string, string>> }) {
  const rows = labels.flatMap(([key, label]) => (person[key] ? [{ key: label, value: person[key] }] : []))
  return (
    <Section
      id="person"
      heading="Who it is for"
      intro="Told to you for their care only; it is taken back when your part in it is over."
    >
      <SummaryList rows={rows} />
    </Section>
  )
}
