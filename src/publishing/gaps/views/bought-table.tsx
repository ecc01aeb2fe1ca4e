import { TermBar, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Opportunity } from '../../../market/index.ts'
import { periodText } from '../../figure-words.ts'
import { opportunityTerms } from '../opportunity-terms.ts'
import { Told, ToldSource } from './opportunity-list.tsx'

interface BoughtTableProps {
  readonly slug: string
  readonly opportunities: readonly Opportunity[]
  readonly today: IsoDate
}

/** When a service is bought: each sentence with its time in words and as a bar, all on one scale. */
export function BoughtTable({ slug, opportunities, today }: BoughtTableProps) {
  const terms = opportunityTerms(opportunities, today)
  const termOf = (one: Opportunity) => terms?.dated.find(({ opportunity }) => opportunity === one)?.term
  return (
    <>
      <DataTable
        caption="When it is bought"
        captionHidden
        columns={[
          { heading: 'What is told' },
          { heading: 'When', ...(terms ? { under: <TermScale window={terms.window} /> } : {}) },
          { heading: 'Source' },
        ]}
        rows={opportunities.map((opportunity) => {
          const term = termOf(opportunity)
          return [
            <Told opportunity={opportunity} />,
            <span>
              {opportunity.period ? periodText(opportunity.period) : 'no date'}
              {terms && term ? (
                <TermBar term={term} window={terms.window} today={today} alternative={termWords(term, today)} />
              ) : null}
            </span>,
            <ToldSource slug={slug} opportunity={opportunity} />,
          ]
        })}
      />
      {terms ? (
        <p class="m-t__note">
          Solid is past, grey is to come.
          {today <= terms.window.to ? ` The line is ${longDate(today)}.` : ` All of it was before ${longDate(today)}.`}
        </p>
      ) : null}
    </>
  )
}
