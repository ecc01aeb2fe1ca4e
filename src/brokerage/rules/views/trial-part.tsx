import { DataTable, Section, Tally } from '../../../core/ui/parts/index.ts'
import type { ReplaySummary } from '../replay-summary.ts'
import { hoursOf, replayHeading, replayNotes, shareWords } from '../replay-words.ts'

export interface TrialPartProps {
  readonly summary: ReplaySummary
  /** "1 November to 22 November 2026". */
  readonly days: string
  /** There were more rounds than a trial looks at. */
  readonly more: boolean
}

/** Of how many providers a page tells. */
const mostListed = 30

/** What a rule would have done with past packages, beside what was done. */
export function TrialPart({ summary, days, more }: TrialPartProps) {
  const { before, after, shares, rounds } = summary
  const listed = shares.slice(0, mostListed)
  return (
    <Section
      id="trial"
      heading={replayHeading(summary)}
      intro={`Tried on the rounds opened from ${days}. Nothing was changed.`}
    >
      {rounds > 0 ? (
        <Tally
          label="Then and under this rule"
          items={[
            { value: hoursOf(before.placedMinutes), what: 'hours a week placed then' },
            { value: hoursOf(after.placedMinutes), what: 'hours a week under this rule' },
            { value: String(before.offers), what: 'offers made then' },
            { value: String(after.offers), what: 'offers under this rule' },
          ]}
        />
      ) : null}
      <ul class="govuk-list govuk-list--bullet">
        {replayNotes(summary).map((note) => (
          <li>{note}</li>
        ))}
        {more ? <li>Only the first rounds of these days were tried; mercat replay tries them all.</li> : null}
      </ul>
      {listed.length > 0 ? (
        <DataTable
          caption={`What providers had, and would have had, of the ${rounds} rounds`}
          stack
          columns={[
            { heading: 'Provider' },
            { heading: 'Offers then', align: 'number' },
            { heading: 'Offers now', align: 'number' },
            { heading: 'Hours then', unit: 'a week', align: 'number' },
            { heading: 'Hours now', unit: 'a week', align: 'number' },
            { heading: 'Share then', align: 'number' },
            { heading: 'Share now', align: 'number' },
          ]}
          rows={listed.map((one) => [
            one.organisation,
            String(one.offersBefore),
            String(one.offersAfter),
            hoursOf(one.minutesBefore),
            hoursOf(one.minutesAfter),
            shareWords(one.shareBefore),
            shareWords(one.shareAfter),
          ])}
        />
      ) : null}
      {shares.length > listed.length ? (
        <p class="m-2">{shares.length - listed.length} more providers had less.</p>
      ) : null}
    </Section>
  )
}
