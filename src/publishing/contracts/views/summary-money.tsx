import { longDate, pounds, poundsShort } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Section, SourceLine } from '../../../core/ui/parts/index.ts'
import { worthOf } from '../../../procurement/index.ts'
import { sectionPath, sourcePath, tablePath } from '../../paths.ts'
import { counted } from '../../supply/share-words.ts'
import type { SummaryContent } from '../queries/summaries-content.ts'
import { moneyWords } from '../summary-words.ts'

const basisWords = {
  budget: 'Budget',
  spend: 'Spend',
  estimate: 'Estimated spend',
  expected: 'Expected spend',
} as const

/** What documents print of the budget or spend of a market area; without one, what the register values it at, or that nothing says. */
export function SummaryMoney({ slug, summary, sources, on }: SummaryContent & { readonly slug: string }) {
  const { area, contracts, money } = summary
  const [first] = money
  const source = first && sources.get(first.sourceKey)
  if (first) {
    return (
      <Section id="money" heading={`Spend: ${moneyWords(first)}`}>
        <DataTable
          caption={`Budget and spend: ${area.name}`}
          captionHidden
          columns={[
            { heading: 'What it is' },
            { heading: 'Year' },
            { heading: 'Amount', unit: '£', align: 'number' },
            { heading: 'What to know' },
          ]}
          missing="the source has lost it"
          rows={money.map(({ basis, year, total, note }) => [
            basisWords[basis],
            year ?? 'not printed',
            total === null ? null : pounds(total).replace('£', ''),
            note ?? '',
          ])}
        />
        {source ? (
          <SourceLine
            source={{
              text: `${source.title}${first.locus ? `, ${first.locus}` : ''}`,
              href: sourcePath(slug, source.key),
            }}
            csv={{ href: tablePath(slug, 'budgets', 'csv') }}
          />
        ) : null}
      </Section>
    )
  }
  const worth = worthOf(contracts)
  if (worth) {
    return (
      <Section id="money" heading={`Spend: the register values it at ${poundsShort(worth.pence)} a year`}>
        <p class="m-read">
          No document prints a budget or a spend for it. The register of contracts has a yearly worth for{' '}
          {worth.known === contracts.length ? 'all of' : `${counted(worth.known, { one: '', many: '' }).trim()} of`} its{' '}
          {counted(contracts.length, { one: 'contract', many: 'contracts' })}.
        </p>
      </Section>
    )
  }
  return (
    <Section id="money" heading="Spend: nothing says what it costs">
      <EmptyState
        what="The yearly budget or spend appears here."
        why={`No document prints one by ${longDate(on)}, and the register has no worth for its contracts.`}
        link={{ text: 'All tables of money', href: sectionPath(slug, 'finance') }}
      />
    </Section>
  )
}
