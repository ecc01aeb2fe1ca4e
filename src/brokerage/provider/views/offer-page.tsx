import { FormMistakes, mistakeAt } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, Details, InsetText, Radios } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section, Timeline } from '../../../core/ui/parts/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import type { Offer } from '../../offer.ts'
import { offerPath } from '../../paths.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { dayWords, declineWords, momentWords, stateWords } from '../offer-words.ts'
import { offersPlace, ownPlacementPath, providerPlaces } from '../paths.ts'
import { OfferClock } from './offer-clock.tsx'
import type { OfferContent } from './offer-content.ts'
import { OfferFacts } from './offer-facts.tsx'
import { PersonFacts } from './person-facts.tsx'
import { WhyList } from './why-list.tsx'

export interface OfferPageProps extends OfferContent {
  readonly organisation: string
  readonly demonstration: boolean
}

/** One offer on a phone: until when, what, where, what it pays, why now, and four answers. */
export function OfferPage(props: OfferPageProps) {
  const { organisation, demonstration, partnership, service, offer, told, form, live, why } = props
  const heading = `Offer: ${hoursWords(offer.weeklyMinutes)} a week in ${offer.ask.district}`
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={offersPlace}
      title={heading}
      breadcrumbs={[{ content: offer.reference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={heading}
        note={`${service}, for ${partnership.title}. Offer ${offer.reference}, turn ${offer.turn} of step ${offer.step}.`}
      />
      {live ? <OfferClock {...props} /> : <Over {...props} />}
      {told.person ? <PersonFacts person={told.person} /> : null}
      <OfferFacts {...props} />
      {why.length > 0 ? (
        <Details summary={whyAsked(offer)}>
          <WhyList label="How it came to you" decisions={why} />
        </Details>
      ) : null}
      {told.penPicture ? (
        <Section
          id="pen-picture"
          heading={told.person ? 'How they were described' : 'Who it is for'}
          intro="Described without a name, to you alone."
        >
          <p>{told.penPicture}</p>
        </Section>
      ) : null}
      <Questions {...props} />
      {live ? <Answers {...props} /> : null}
    </ProviderPage>
  )
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** "Why was I asked second?": as the rule counted, over all steps. */
const whyAsked = ({ step, turn }: Pick<Offer, 'step' | 'turn'>): string =>
  step === 1 && ordinals[turn - 1] !== undefined ? `Why was I asked ${ordinals[turn - 1]}?` : 'Why was I asked now?'

function Over({ offer, told, partnership, now }: OfferPageProps) {
  const { state, answeredAt, reason, acceptedMinutes, words } = offer
  return (
    <InsetText>
      <p>
        <strong>{stateWords[state]}</strong>
        {answeredAt ? ` at ${momentWords(answeredAt, now)}` : ''}
        {reason ? `: ${declineWords[reason].toLowerCase()}` : ''}
        {state === 'part-accepted' ? `: ${hoursWords(acceptedMinutes)} a week` : ''}.
      </p>
      {words ? <p>You wrote: {words}</p> : null}
      {told.placement ? (
        <p>
          <a href={ownPlacementPath(partnership.slug, told.placement.reference)}>
            Placement {told.placement.reference}, from {longDate(told.placement.startsOn)}
          </a>
        </p>
      ) : null}
    </InsetText>
  )
}

function Questions({ told: { questions }, offer: { proposal, state }, partnership }: OfferPageProps) {
  if (questions.length === 0 && proposal === null) return null
  return (
    <Section id="questions" heading="What you asked and proposed">
      {questions.length > 0 ? (
        <Timeline
          label="Questions and answers"
          events={questions.map(({ words, askedAt, answer, answeredAt }) => ({
            at: askedAt.toISOString(),
            when: longDate(londonDate(askedAt)),
            what: (
              <>
                {words}
                <br />
                {answer ? (
                  <strong>{`${partnership.title}: ${answer}`}</strong>
                ) : (
                  <em>
                    {answeredAt
                      ? 'The answer was taken back with the description.'
                      : `${partnership.title} has not answered yet.`}
                  </em>
                )}
              </>
            ),
          }))}
        />
      ) : null}
      {proposal ? (
        <p>
          You proposed to start on {dayWords(proposal.startOn)}
          {proposal.words ? `: ${proposal.words}` : '.'} {state === 'proposed' ? 'It is being decided.' : ''}
        </p>
      ) : null}
    </Section>
  )
}

function Answers({ partnership, offer, form, startOn }: OfferPageProps & { readonly startOn: IsoDate }) {
  const asked = offer.state !== 'open'
  return (
    <form method="post" action={offerPath(partnership.slug, offer.reference)} novalidate>
      <Radios
        name="answer"
        legend={{ content: 'Can you take it?', classes: 'govuk-fieldset__legend--m' }}
        errorMessage={mistakeAt(form, 'answer')}
        items={[
          { value: 'yes', content: `Yes, all of it, from ${longDate(startOn)}` },
          {
            value: 'changes',
            content: 'Yes, with changes',
            hint: asked ? 'Some of the visits' : 'A later start, other times or some of the visits',
          },
          asked
            ? null
            : { value: 'more', content: 'I need to know more first', hint: 'You will see a description without names' },
          {
            value: 'no',
            content: 'No',
            hint: 'Next we ask the reason. It does not affect your place in the order.',
          },
        ]}
      />
      <Button>Send answer</Button>
    </form>
  )
}
