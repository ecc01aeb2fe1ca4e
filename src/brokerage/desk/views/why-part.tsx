import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Details } from '../../../core/ui/govuk/index.ts'
import { DataTable, LedgerList, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { roleWords } from '../../../procurement/index.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { offerRulePath } from '../../rules/paths.ts'
import { chainPath, packageRecordPath } from '../paths.ts'
import { type DeskDecision, mostListed } from '../why-told.ts'

export interface WhyPartProps {
  readonly slug: string
  readonly reference: string
  /** The latest first. */
  readonly decisions: readonly DeskDecision[]
}

/** Why they were asked in this order: each decision replayed from the ledger, with what proves it. */
export function WhyPart({ slug, reference, decisions }: WhyPartProps) {
  const [latest, ...earlier] = decisions
  if (!latest) return null
  return (
    <Section
      id="why"
      heading={latest.question}
      intro="Replayed from the ledger. A provider that asks is told the same of itself, and nothing of others."
    >
      <div class="m-why">
        <p>{latest.why}</p>
      </div>
      <DecisionList slug={slug} label={latest.question} decisions={[latest]} />
      <p class="m-spaced">
        <a href={chainPath(slug)}>Check the chain</a>
      </p>
      <p>
        <a href={packageRecordPath(slug, reference)}>Download this package’s record</a>
      </p>
      {earlier.length > 0 ? (
        <Details
          summary={
            earlier.length === 1
              ? 'The decision before this one'
              : `The ${number(earlier.length)} decisions before this one`
          }
        >
          {earlier.map((decision) => (
            <>
              <h3 class="m-h4">{decision.question}</h3>
              <p>{decision.why}</p>
              <DecisionList slug={slug} label={decision.question} decisions={[decision]} />
            </>
          ))}
        </Details>
      ) : null}
    </Section>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

interface DecisionListProps {
  readonly slug: string
  readonly label: string
  readonly decisions: readonly DeskDecision[]
}

const DecisionList = ({ slug, label, decisions }: DecisionListProps) => (
  <LedgerList
    label={label}
    entries={decisions.map((decision) => ({
      entry: `${number(decision.seq)}, ${longDate(londonDate(decision.at))}, ${clock.format(decision.at)}`,
      rule: <a href={offerRulePath(slug, decision.rule.id)}>{decision.rule.words}</a>,
      inputs: decision.inputs,
      more: [
        {
          term: 'Passed over',
          value: (
            <>
              {decision.passedOver.length === 0 ? 'None.' : decision.passedOver.join(' ')}
              <Details summary="See every provider checked">
                <Candidates of={decision} />
              </Details>
            </>
          ),
        },
        {
          term: 'Replayed',
          value: decision.replayed
            ? 'Now, by the same rule from the same inputs: it comes to the same end.'
            : 'Now: it comes to another end. Tell whoever answers for the service.',
        },
      ],
      outcome: decision.outcome,
      fingerprint: decision.digest,
      follows: decision.previous,
    }))}
  />
)

/** Everyone who was looked at, with all that the rule knew of them. */
function Candidates({ of: { candidates, at } }: { readonly of: DeskDecision }) {
  const shown = candidates.slice(0, mostListed)
  const all =
    candidates.length > shown.length ? `, the first ${number(shown.length)} of ${number(candidates.length)}` : ''
  return (
    <DataTable
      caption={`Providers checked on ${longDate(londonDate(at))}${all}`}
      columns={[
        { heading: 'Provider' },
        { heading: 'Place' },
        { heading: 'Price', unit: 'an hour', align: 'number' },
        { heading: 'Placed in 28 days' },
        { heading: 'Free' },
        { heading: 'May be asked' },
      ]}
      rows={shown.map((one) => [
        one.organisation,
        one.inHouse
          ? 'own service'
          : one.place
            ? `${one.place.lot}: ${roleWords[one.place.role]}${one.place.rank === null ? '' : ` ${one.place.rank}`}`
            : 'beside the lots',
        one.hourlyPence === null ? 'not known' : pounds(one.hourlyPence),
        hoursWords(one.placedMinutes),
        one.freeMinutes === null ? 'not declared' : hoursWords(Math.max(0, one.freeMinutes)),
        one.hindrance ?? 'yes',
      ])}
    />
  )
}
