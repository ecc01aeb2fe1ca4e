import { DateField, FormMistakes, type FormState, mistakeAt, WordsField } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, Radios, SummaryList } from '../../../core/ui/govuk/index.ts'
import { Lead, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { declineReasons } from '../../offer.ts'
import { lineWords } from '../../requests/care-words.ts'
import { declineWords } from '../offer-words.ts'
import { handBackPath, ownPlacementPath, placementsPlace, providerPlaces, startPath } from '../paths.ts'
import { placementStates } from '../placement-words.ts'
import type { PlacementContent } from '../queries/placement-content.ts'
import { PersonFacts } from './person-facts.tsx'

export interface PlacementPageProps extends PlacementContent {
  readonly organisation: string
  readonly demonstration: boolean
  readonly form: FormState
}

/** One placement: who, what, since when; and what its provider can say about it. */
export function PlacementPage(props: PlacementPageProps) {
  const { organisation, demonstration, placement, lines, form } = props
  const { partnership, reference, state, startsOn, startedOn, endsOn, shortTermUntil, person, service, area } =
    placement
  const heading = person?.name ?? `Placement ${reference}`
  const live = state === 'started' || state === 'suspended'
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={placementsPlace}
      title={heading}
      breadcrumbs={[{ content: reference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note={`${service} in ${area}, for ${partnership.title}. Placement ${reference}.`} />
      <SummaryList
        rows={[
          { key: 'State', value: { content: <State {...placementStates[state]} /> } },
          {
            key: 'Visits',
            value: {
              content:
                lines.length === 0
                  ? 'none today'
                  : lines.map((line) => (
                      <span>
                        {lineWords(line)}
                        <br />
                      </span>
                    )),
            },
          },
          startedOn
            ? { key: 'Started', value: longDate(startedOn) }
            : { key: 'Start agreed', value: longDate(startsOn) },
          shortTermUntil && { key: 'Lasts', value: `until ${longDate(shortTermUntil)} at most` },
          endsOn && { key: 'Ends', value: `${longDate(endsOn)} is the first day without it` },
        ]}
      />
      {person ? <PersonFacts person={person} /> : null}
      {state === 'agreed' ? <Start {...props} /> : null}
      {live ? (
        <p>
          <a href={handBackPath(partnership.slug, reference)}>Hand it back</a>
        </p>
      ) : null}
    </ProviderPage>
  )
}

const Start = ({ placement: { partnership, reference }, form }: PlacementPageProps) => (
  <Section id="start" heading="Has care started?" intro="The clock of who waits stops on that day.">
    <form method="post" action={startPath(partnership.slug, reference)} novalidate>
      <DateField form={form} name="started" label="Started on" />
      <Button>Confirm the start</Button>
    </form>
  </Section>
)

/** Where a provider hands a placement back, with notice. */
export function HandBackPage(props: PlacementPageProps) {
  const { organisation, demonstration, placement, form, handBackFrom, noticeDays } = props
  const { partnership, reference, person } = placement
  const heading = `Hand back the care of ${person?.name ?? reference}`
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={placementsPlace}
      title={heading}
      breadcrumbs={[
        { content: reference, href: ownPlacementPath(partnership.slug, reference) },
        { content: 'Hand back' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} />
      <Lead>
        Notice is {noticeDays === 1 ? 'one day' : `${noticeDays} days`}: {longDate(handBackFrom)} can be the first day
        without you. Sooner, the broker has to agree: ask {partnership.title}. Somebody else is looked for at once.
      </Lead>
      <form method="post" action={handBackPath(partnership.slug, reference)} novalidate>
        <DateField form={form} name="on" label="First day without you" />
        <Radios
          name="reason"
          legend={{ content: 'The main reason', classes: 'govuk-fieldset__legend--m' }}
          value={form.typed.reason?.[0]}
          errorMessage={mistakeAt(form, 'reason')}
          items={declineReasons.map((value) => ({ value, content: declineWords[value] }))}
        />
        <WordsField form={form} name="words" label="More, if you like" hint="Name nobody." />
        <Button>Give notice</Button>
      </form>
    </ProviderPage>
  )
}
