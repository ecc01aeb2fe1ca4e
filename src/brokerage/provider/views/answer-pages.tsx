import { ChoiceField, DateField, FormMistakes, mistakeAt, WordsField } from '../../../core/ui/form/index.ts'
import { Button, type Content, Radios } from '../../../core/ui/govuk/index.ts'
import { Lead, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { declineReasons } from '../../offer.ts'
import { offerPath } from '../../paths.ts'
import { bandWords, hoursWords, lineWords } from '../../requests/care-words.ts'
import { bands, type VisitLine, weekdays } from '../../visit-line.ts'
import { declineWords } from '../offer-words.ts'
import { type AnswerStep, answerPath, lineField, offersPlace, providerPlaces } from '../paths.ts'
import { DayBoxes } from './day-boxes.tsx'
import type { OfferPageProps } from './offer-page.tsx'

/** The page on which an answer is finished that needs more than a word. */
export function AnswerPage({ step, ...props }: OfferPageProps & { readonly step: AnswerStep }) {
  if (step === 'no') return <NoPage {...props} />
  return step === 'more' ? <MorePage {...props} /> : <ChangesPage {...props} />
}

interface FrameProps extends OfferPageProps {
  readonly heading: string
  readonly children: Content
}

function Frame({ organisation, demonstration, partnership, offer, form, heading, children }: FrameProps) {
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={offersPlace}
      title={heading}
      breadcrumbs={[
        { content: offer.reference, href: offerPath(partnership.slug, offer.reference) },
        { content: heading },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={heading}
        note={`${hoursWords(offer.weeklyMinutes)} a week in ${offer.ask.district}, for ${partnership.title}.`}
      />
      {children}
    </ProviderPage>
  )
}

const action = ({ partnership, offer }: Pick<OfferPageProps, 'partnership' | 'offer'>, step: AnswerStep) =>
  answerPath(partnership.slug, offer.reference, step)

function NoPage(props: OfferPageProps) {
  const { form } = props
  return (
    <Frame {...props} heading="Why can’t you take it?">
      <form method="post" action={action(props, 'no')} novalidate>
        <Radios
          name="reason"
          legend={{ content: 'The main reason', classes: 'govuk-fieldset__legend--m' }}
          hint="Reasons are counted, so that partnerships know what care is short. None of them affects your place in the order."
          value={form.typed.reason?.[0]}
          errorMessage={mistakeAt(form, 'reason')}
          items={declineReasons.map((value) => ({ value, content: declineWords[value] }))}
        />
        <WordsField form={form} name="words" label="More, if you like" hint="Name nobody." />
        <Button>Decline the offer</Button>
      </form>
    </Frame>
  )
}

function MorePage(props: OfferPageProps) {
  const { form, told } = props
  return (
    <Frame {...props} heading="What do you need to know?">
      {told.penPicture ? (
        <Section id="pen-picture" heading="Who it is for" intro="Described without a name, to you alone.">
          <p>{told.penPicture}</p>
        </Section>
      ) : (
        <form method="post" action={action(props, 'more')}>
          <Lead>You may read a description without names. The clock runs on, and that you read it is kept.</Lead>
          <Button classes="govuk-button--secondary" name="do" value="interest">
            Show the description
          </Button>
        </form>
      )}
      <Section id="question" heading="Ask the partnership" intro="The clock rests until you have the answer.">
        <form method="post" action={action(props, 'more')} novalidate>
          <WordsField form={form} name="words" label="Your question" />
          <Button name="do" value="ask">
            Send the question
          </Button>
        </form>
      </Section>
    </Frame>
  )
}

function ChangesPage(props: OfferPageProps) {
  const { offer, left } = props
  return (
    <Frame {...props} heading="What can you take?">
      <Section id="part" heading="Some of the visits" intro="The rest is offered to the next provider.">
        <PartForm {...props} />
      </Section>
      {offer.state === 'open' && left.length > 0 ? (
        <Section
          id="propose"
          heading="Other times, or a later start"
          intro="The partnership says whether that will do. The clock rests until then."
        >
          <ProposalForm {...props} />
        </Section>
      ) : null}
    </Frame>
  )
}

function PartForm(props: OfferPageProps) {
  const { form, left } = props
  const chosen = form.typed.visit ?? left.flatMap(({ id, days }) => days.map((day) => `${id}:${day}`))
  return (
    <form method="post" action={action(props, 'changes')} novalidate>
      {left.map((line, at) => (
        <DayBoxes
          legend={lineWords(line)}
          name="visit"
          id={at === 0 ? 'visit' : lineField('visit', line.id)}
          days={line.days}
          asValue={(day) => `${line.id}:${day}`}
          ticked={chosen}
          mistake={at === 0 ? mistakeAt(form, 'visit') : undefined}
        />
      ))}
      <DateField form={form} name="start" label="From" />
      <Button name="do" value="part">
        Accept these visits
      </Button>
    </form>
  )
}

function ProposalForm(props: OfferPageProps) {
  const { form, left } = props
  return (
    <form method="post" action={action(props, 'changes')} novalidate>
      {left.map((line) => (
        <ProposedLine form={form} line={line} />
      ))}
      <DateField form={form} name="from" label="From" />
      <WordsField form={form} name="words" label="Why, if you like" hint="Name nobody." />
      <Button classes="govuk-button--secondary" name="do" value="propose">
        Propose this
      </Button>
    </form>
  )
}

function ProposedLine({ form, line }: Pick<OfferPageProps, 'form'> & { readonly line: VisitLine }) {
  const [band, days] = [lineField('band', line.id), lineField('day', line.id)]
  return (
    <>
      <ChoiceField
        form={{ ...form, typed: { [band]: [line.band], ...form.typed } }}
        name={band}
        label={`${lineWords(line)}: instead in the`}
        choices={bands.map((value) => ({ value, text: bandWords[value] }))}
      />
      <DayBoxes
        legend={line.days.length === 1 ? 'On one day' : `On ${line.days.length} days`}
        name={days}
        id={days}
        days={weekdays}
        asValue={String}
        ticked={form.typed[days] ?? line.days.map(String)}
        mistake={mistakeAt(form, days)}
      />
    </>
  )
}
