import { longDate, number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import {
  ClockChip,
  DataTable,
  EmptyState,
  PageTitle,
  Section,
  State,
  StoppedClock,
} from '../../../core/ui/parts/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { offerPath, offersPath } from '../../paths.ts'
import { bandsWords, hoursWords } from '../../requests/care-words.ts'
import { declineWords, stateWords } from '../offer-words.ts'
import { capacityPlace, offersPlace, othersPath, providerPlaces } from '../paths.ts'
import type { OwnOffer } from '../queries/own-offers.ts'

export interface OffersPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly now: Date
  readonly live: readonly OwnOffer[]
  readonly over: readonly OwnOffer[]
  /** The last of those that are over, when there are more before it. */
  readonly before: Id | undefined
  readonly earlier: boolean
}

/** What a provider was offered in every partnership: what waits for an answer first. */
export function OffersPage({ organisation, demonstration, now, live, over, before, earlier }: OffersPageProps) {
  const waiting = live.filter(({ state }) => state === 'open')
  const heading = headingOf(waiting.length, live.length)
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={offersPlace}
      title={earlier ? 'Earlier offers' : heading}
      breadcrumbs={earlier ? [{ content: 'Earlier offers' }] : undefined}
    >
      <PageTitle heading={earlier ? 'Earlier offers' : heading} />
      {earlier ? null : live.length > 0 ? (
        <LiveOffers offers={live} now={now} />
      ) : (
        <EmptyState
          what="Offers to you appear here, with until when you can answer."
          why="No offer waits for you in any partnership."
          link={{ text: 'Keep your capacity current', href: capacityPlace.href }}
        />
      )}
      {over.length > 0 ? (
        <Section id="over" heading="Answered, or over">
          <OverOffers offers={over} />
          {before ? (
            <Button href={`${offersPath()}?before=${before}`} classes="govuk-button--secondary">
              Earlier offers
            </Button>
          ) : null}
        </Section>
      ) : null}
      <p>
        <a href={othersPath()}>What went to others in your lots, and why</a>
      </p>
    </ProviderPage>
  )
}

function headingOf(waiting: number, live: number): string {
  if (waiting === 1) return 'One offer waits for your answer'
  if (waiting > 1) return `${number(waiting)} offers wait for your answer`
  return live > 0 ? 'Your questions and proposals are with the partnerships' : 'No offer waits for your answer'
}

const nameOf = ({ partnership, reference, weeklyMinutes, ask }: OwnOffer) => (
  <span>
    <a href={offerPath(partnership.slug, reference)}>
      {hoursWords(weeklyMinutes)} a week in {ask.district}
    </a>
    <small class="m-under">
      {partnership.title}, {reference}
    </small>
  </span>
)

const LiveOffers = ({ offers, now }: { readonly offers: readonly OwnOffer[]; readonly now: Date }) => (
  <DataTable
    caption="Offers that wait"
    captionHidden
    columns={[{ heading: 'Offer' }, { heading: 'Answer' }, { heading: 'When' }, { heading: 'Start wanted' }]}
    rows={offers
      .toSorted((a, b) => (a.dueAt?.getTime() ?? Number.MAX_VALUE) - (b.dueAt?.getTime() ?? Number.MAX_VALUE))
      .map((offer) => [
        nameOf(offer),
        offer.dueAt ? (
          <ClockChip now={now} due={offer.dueAt} began={offer.sentAt} what="answer" />
        ) : (
          <StoppedClock words="Rests" why={stateWords[offer.state].toLowerCase()} />
        ),
        bandsWords(offer.ask.lines),
        `by ${longDate(offer.ask.startBy)}`,
      ])}
  />
)

const OverOffers = ({ offers }: { readonly offers: readonly OwnOffer[] }) => (
  <DataTable
    caption="Offers that are over"
    captionHidden
    stack
    columns={[{ heading: 'Offer' }, { heading: 'Sent' }, { heading: 'What became of it' }]}
    rows={offers.map((offer) => {
      const { state, reason, acceptedMinutes, sentAt } = offer
      const accepted = state === 'accepted' || state === 'part-accepted'
      const more = reason
        ? declineWords[reason].toLowerCase()
        : state === 'part-accepted'
          ? hoursWords(acceptedMinutes)
          : ''
      return [
        nameOf(offer),
        longDate(londonDate(sentAt)),
        <span>
          <State kind={accepted ? 'done' : 'stopped'} word={stateWords[state]} />
          {more ? <small class="m-under">{more}</small> : null}
        </span>,
      ]
    })}
  />
)
