import type { SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import { EmptyState, Section } from '../../core/ui/parts/index.ts'
import type { CitedFigure } from '../../evidence/index.ts'
import { sectionPath } from '../paths.ts'
import { BudgetChart, budgetHeading, budgetIntro } from './blocks/budget-block.tsx'
import { CitedCard } from './cited-card.tsx'
import { emptySections } from './empty-sections.ts'

export interface HomeMoneyProps {
  readonly partnership: Partnership
  readonly tables: readonly SourcedBudgetTable[]
  readonly cited: readonly CitedFigure[]
}

/** The money on a home: in-house beside bought where a document prints both, else the largest table, else a cited figure. */
export function HomeMoney({ partnership, tables, cited }: HomeMoneyProps) {
  const { slug } = partnership
  const table =
    tables.find(({ totals }) => totals.inHouse !== null) ??
    tables.toSorted((a, b) => b.lines.length - a.lines.length)[0]
  if (table) {
    return (
      <Section id="money" heading={budgetHeading(table)} intro={budgetIntro(table)}>
        <BudgetChart slug={slug} table={table} tableOpen={false} />
        <p class="m-small m-spaced">
          <a href={sectionPath(slug, 'finance')}>All tables of money, and how each sum is made</a>
        </p>
      </Section>
    )
  }
  const figure = cited.find(({ section, value }) => section === 'finance' && value !== null)
  return (
    <Section id="money" heading={figure ? 'What the money is' : 'No document prints what is spent'}>
      {figure ? (
        <CitedCard slug={slug} figure={figure} kind="plain" />
      ) : (
        <EmptyState
          {...emptySections.finance(partnership.title)}
          link={{ text: 'The section on money', href: sectionPath(slug, 'finance') }}
        />
      )}
    </Section>
  )
}
