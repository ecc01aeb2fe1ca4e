import type { Partnership } from '../../../core/auth/index.ts'
import { ChoiceField, FormMistakes, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Checkboxes, Details } from '../../../core/ui/govuk/index.ts'
import { EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { timeMachinePath } from '../../paths.ts'
import { rowsShown } from '../forms.ts'
import { mostRounds, seedCounts } from '../machine-asked.ts'
import { newReplayPath } from '../paths.ts'
import type { MachineLists, PastPeriod } from '../queries/machine-lists.ts'
import { MachineFrame } from './machine-frame.tsx'

export interface NewReplayPageProps {
  readonly partnership: Partnership
  readonly period: PastPeriod
  readonly serviceName: string
  readonly lists: MachineLists
  readonly form: FormState
}

const rows = Array.from({ length: rowsShown }, (_, at) => at + 1)

/** The form on which one says what would have been otherwise. */
export function NewReplayPage({ partnership, period, serviceName, lists, form }: NewReplayPageProps) {
  const { slug } = partnership
  const { from, to } = period
  const days = `${longDate(from)} to ${longDate(to)}`
  const title = 'What would have been otherwise?'
  return (
    <MachineFrame
      partnership={partnership}
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'New replay' }]}
    >
      <FormMistakes mistakes={form.mistakes} />
      {lists.rounds === 0 ? (
        <>
          <PageTitle heading={title} note={`${serviceName}, ${days}.`} />
          <EmptyState
            what="Rounds of offers of these days would be gone through again."
            why="None went to its end in them."
            link={{ href: timeMachinePath(slug), text: 'Choose other days' }}
          />
        </>
      ) : (
        <>
          <PageTitle heading={title} note={foundWords(serviceName, days, lists.rounds)} />
          <form method="post" action={newReplayPath(slug)} novalidate>
            {(['service', 'from-day', 'from-month', 'from-year', 'to-day', 'to-month', 'to-year'] as const).map(
              (name) => (
                <input type="hidden" name={name} value={form.typed[name]?.[0] ?? ''} />
              ),
            )}
            <Section id="changed" heading="What is changed" intro="Leave what stays as it was.">
              <ChoiceField
                form={form}
                name="rule"
                label="By another rule"
                hint="Any version of a rule for this service, also one that begins later"
                none="Each round by the rule of its day"
                choices={lists.rules}
              />
              <TextField
                form={form}
                name="price"
                label="Nobody is asked who costs more than"
                hint="Pounds an hour"
                prefix="£"
                width={5}
              />
              <Checkboxes
                name="open"
                values={form.typed['open'] ?? []}
                items={[
                  {
                    value: 'yes',
                    content: 'Providers of the contract’s other lots may be asked too, after those of the lot',
                  },
                ]}
              />
            </Section>
            <Section
              id="places"
              heading="Who changes places in a lot"
              intro="Each takes the other’s role and rank. To put somebody first, let them change places with whoever is first."
            >
              {rows.map((row) => (
                <Details open={row === 1 || isUsed(form, `swap${row}-one`)} summary={`Swap ${row}`}>
                  <ChoiceField
                    form={form}
                    name={`swap${row}-one`}
                    label="This provider"
                    none="Nobody"
                    choices={lists.places}
                  />
                  <ChoiceField
                    form={form}
                    name={`swap${row}-other`}
                    label="changes places with"
                    none="Nobody"
                    choices={lists.places}
                  />
                </Details>
              ))}
            </Section>
            <Section
              id="hours"
              heading="Who has more or fewer hours"
              intro="Per cent of the hours that they had declared free. Those who declared nothing are asked as before."
            >
              {rows.map((row) => (
                <Details open={row === 1 || isUsed(form, `hours${row}-of`)} summary={`Hours ${row}`}>
                  <ChoiceField
                    form={form}
                    name={`hours${row}-of`}
                    label="Whose hours"
                    none="Nobody’s"
                    choices={[
                      { value: 'all', text: 'Every provider' },
                      ...lists.areas.map(({ value, text }) => ({ value: `area ${value}`, text: `In ${text}` })),
                      ...lists.providers.map(({ value, text }) => ({ value: `provider ${value}`, text })),
                    ]}
                  />
                  <TextField
                    form={form}
                    name={`hours${row}-percent`}
                    label="More or fewer"
                    hint="20 for a fifth more, −10 for a tenth fewer"
                    suffix="%"
                    width={4}
                  />
                </Details>
              ))}
            </Section>
            <Section
              id="draws"
              heading="How it is worked out"
              intro="The ordinary rule says who is asked next. What each provider answers is drawn from its own past answers, so the period is gone through several times."
            >
              <ChoiceField
                form={form}
                name="seeds"
                label="How often"
                choices={seedCounts.map((count) => ({ value: String(count), text: `${count} times` }))}
              />
              <TextField
                form={form}
                name="seed"
                label="First seed"
                hint="The same seed draws the same again"
                width={5}
              />
            </Section>
            <Button preventDoubleClick>Go through it again</Button>
          </form>
        </>
      )}
    </MachineFrame>
  )
}

const isUsed = ({ typed }: FormState, name: string): boolean => (typed[name]?.[0] ?? '') !== ''

function foundWords(service: string, days: string, rounds: number): string {
  const all = `${service}, ${days}: ${number(rounds)} ${rounds === 1 ? 'round' : 'rounds'} of offers.`
  return rounds > mostRounds ? `${all} The first ${number(mostRounds)} are gone through.` : all
}
