import type { Term, TermWindow } from '../../core/ui/charts/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import { type Opportunity, periodEnd, periodStart } from '../../market/index.ts'

/** A sentence on when something is bought, with its time as a bar. */
export interface DatedOpportunity {
  readonly opportunity: Opportunity
  readonly term: Term
}

/** What has a time, by when it begins, with one window for all of its bars; undefined when nothing has a time. */
export function opportunityTerms(
  opportunities: readonly Opportunity[],
  today: IsoDate,
): { readonly dated: readonly DatedOpportunity[]; readonly window: TermWindow } | undefined {
  const dated = opportunities
    .flatMap((opportunity) => {
      const [from, to] = [
        opportunity.period && periodStart(opportunity.period),
        opportunity.period && periodEnd(opportunity.period),
      ]
      if (!from || !to) return []
      const period = { from, to }
      return [{ opportunity, from, to, term: to < today ? { agreed: period } : { planned: [period] } }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const [first] = dated
  if (!first) return undefined
  const last = dated.map(({ to }) => to).reduce((a, b) => (a > b ? a : b))
  const window = { from: addDays(first.from, -90), to: addDays(last, 90) }
  return { dated: dated.map(({ opportunity, term }) => ({ opportunity, term })), window }
}
