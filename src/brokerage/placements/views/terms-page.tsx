import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import { offerRulesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { holdsOn } from '../course.ts'
import { newTermsPath } from '../paths.ts'
import { type KeptTerms, usualTerms } from '../placement-terms.ts'

export interface TermsPageProps {
  readonly partnership: Partnership
  readonly terms: readonly KeptTerms[]
  readonly today: IsoDate
  readonly mayWrite: boolean
}

/** How much notice providers give, and how long time is kept free at rest, by contract and day. */
export function TermsPage({ partnership, terms, today, mayWrite }: TermsPageProps) {
  const { slug } = partnership
  const own = terms.find((one) => one.contract === null && holdsOn(one, today)) ?? usualTerms
  const heading = `Notice is ${days(own.noticeDays)} unless a contract says otherwise`
  return (
    <BrokeragePage
      partnership={partnership}
      of="rules"
      title={heading}
      breadcrumbs={[{ content: 'Rules', href: offerRulesPath(slug) }, { content: 'Notice' }]}
    >
      <PageTitle
        heading={heading}
        note={`While somebody is in hospital, or away for another reason, their provider’s time is kept free for ${days(own.keepDays)}, or until the day on which care goes on, where that is known.`}
        actions={mayWrite ? <Button href={newTermsPath(slug)}>Set notice and time kept free</Button> : undefined}
      />
      {terms.length === 0 ? (
        <EmptyState
          what="Terms appear here: of contracts, or of the partnership."
          why={`None have been set, so the usual ones hold: ${days(usualTerms.noticeDays)} of each.`}
          link={{ href: offerRulesPath(slug), text: 'See the rules' }}
        />
      ) : (
        <DataTable
          caption="Terms by contract"
          captionHidden
          columns={[
            { heading: 'For' },
            { heading: 'Notice', unit: 'days', align: 'number' },
            { heading: 'Time kept free', unit: 'days', align: 'number' },
            { heading: 'In force' },
            { heading: 'Set' },
          ]}
          rows={terms.map((one) => [
            one.contract ? `${one.contract.reference} ${one.contract.title}`.trim() : 'Every other contract',
            number(one.noticeDays),
            number(one.keepDays),
            forceWords(one, today),
            `${longDate(londonDate(one.toldAt))}${one.toldBy ? ` by ${one.toldBy}` : ''}`,
          ])}
        />
      )}
    </BrokeragePage>
  )
}

const days = (count: number): string => (count === 1 ? '1 day' : `${number(count)} days`)

function forceWords(one: KeptTerms, today: IsoDate): string {
  const { from, until } = one
  if (from > today) return `from ${longDate(from)}`
  if (until === null) return `since ${longDate(from)}`
  return `${until <= today ? 'over: ' : ''}${longDate(from)}, before ${longDate(until)}`
}
