import type { Partnership } from '../../../core/auth/index.ts'
import { number, pounds } from '../../../core/ui/format.ts'
import { Button, Select } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { packagePath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { planPath, plansPath, whyNotPath } from '../paths.ts'
import { searchedDays } from '../stale.ts'
import type { WhyNotAnswer } from '../why-not-rows.ts'

export interface WhyNotPageProps {
  readonly partnership: Partnership
  readonly runId: string
  readonly askedAt: Date
  /** It was asked for on the page of the package, and this plan was found for it. */
  readonly newest: boolean
  readonly reference: string
  /** Who is proposed; null for nobody. */
  readonly proposed: string | null
  /** Everyone that can be asked about, by name. */
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: string
  readonly answers: readonly WhyNotAnswer[]
  /** How many there are beside those that are answered here. */
  readonly more: number
}

/** Why a package is not with somebody else: who can't be asked and why, and what would move if somebody else took it. */
export function WhyNotPage(props: WhyNotPageProps) {
  const { partnership, runId, askedAt, newest, reference, proposed, choices, chosen, answers, more } = props
  const { slug } = partnership
  const heading = `Who else could take ${reference}`
  return (
    <BrokeragePage
      partnership={partnership}
      of="plans"
      title={heading}
      breadcrumbs={[
        { content: 'Plans', href: plansPath(slug) },
        { content: moment(askedAt), href: planPath(slug, runId) },
        { content: reference },
      ]}
    >
      <PageTitle
        heading={heading}
        note={`By ${newest ? `the newest plan with this package of the last ${searchedDays} days, that` : 'the plan'} of ${moment(askedAt)}, ${proposed === null ? 'which leaves it without anybody' : `which proposes ${proposed}`}. Nothing is changed by asking.`}
      />
      <form class="m-filter" method="get" action={whyNotPath(slug, runId, reference)} aria-label="One provider">
        <div class="m-filter__fields">
          <Select
            name="provider"
            label="Why not"
            value={chosen}
            items={[{ value: '', text: 'Everyone in the order' }, ...choices]}
          />
          <Button classes="govuk-button--secondary">Answer</Button>
        </div>
      </form>
      <Section
        id="answers"
        heading={chosen ? 'The answer' : 'Everyone, in the order of the rule'}
        intro={more > 0 ? `${number(more)} more can be asked about one by one.` : undefined}
      >
        <DataTable
          caption={`Who could take ${reference}, and what that would change`}
          captionHidden
          columns={[
            { heading: 'Provider' },
            { heading: 'Answer' },
            { heading: 'What would move' },
            { heading: 'Change of cost a week', align: 'number' },
          ]}
          rows={answers.map((answer) => [
            answer.organisation,
            answer.words,
            <Moves answer={answer} slug={slug} />,
            answer.change === null ? '–' : changeWords(answer.change),
          ])}
        />
      </Section>
      <p class="m-spaced">
        <a href={packagePath(slug, reference)}>The page of {reference}</a>
      </p>
    </BrokeragePage>
  )
}

const changeWords = (pence: number): string => (pence === 0 ? 'None' : `${pence > 0 ? '+' : ''}${pounds(pence)}`)

/** Packages that are named of those that would move. */
const mostNamed = 8

function Moves({ answer: { moves }, slug }: { readonly answer: WhyNotAnswer; readonly slug: string }) {
  if (moves.length === 0) return <>Nothing else</>
  const rest = moves.length - mostNamed
  return (
    <>
      {moves.slice(0, mostNamed).map(({ reference, from, to }) => (
        <span class="m-under">
          <a href={packagePath(slug, reference)}>{reference}</a>: {from ?? 'nobody'} to {to ?? 'nobody'}
        </span>
      ))}
      {rest > 0 ? <span class="m-under">and {number(rest)} more</span> : null}
    </>
  )
}
