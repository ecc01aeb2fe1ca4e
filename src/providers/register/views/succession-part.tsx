import { longDate } from '../../../core/ui/format.ts'
import { Button, DateInput, Input } from '../../../core/ui/govuk/index.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import { registerServicePath, successionPath, takeBackPath } from '../paths.ts'
import type { StandingSuccession } from '../queries/succession.ts'
import type { Regulator } from '../regulator.ts'

/** What was typed into the form that tells a succession. */
export interface SuccessionTyped {
  readonly earlierNumber: string
  readonly number: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly note: string
}

/** Something to put right in the form: a sentence, and the field that it is about. */
export interface SuccessionMistake {
  readonly field: 'earlierNumber' | 'number' | 'on' | 'note'
  readonly sentence: string
}

export interface SuccessionPartProps {
  readonly slug: string
  readonly regulator: Regulator
  readonly successions: readonly StandingSuccession[]
  readonly typed: SuccessionTyped
  readonly mistakes: readonly SuccessionMistake[]
}

/** The identifier of each field, which the error summary leads to. */
export const fieldIds: Readonly<Record<SuccessionMistake['field'], string>> = {
  earlierNumber: 'earlier-number',
  number: 'number',
  on: 'on-day',
  note: 'note',
}

/** The successions that were told, each with its way back, and the form that tells another. */
export function SuccessionPart(props: SuccessionPartProps) {
  const { successions } = props
  return (
    <Section
      id="succession"
      heading="Services that go on under another number"
      intro="After a sale a service comes back under a new number. Tell it here, and its history leads from one number to the other; the counts above stay by number."
    >
      {successions.length > 0 ? <Standing {...props} /> : null}
      <Section id="tell" level={3} heading="Tell one">
        <Form {...props} />
      </Section>
    </Section>
  )
}

function Standing({ slug, regulator, successions }: SuccessionPartProps) {
  return (
    <DataTable
      caption="Successions that were told"
      columns={[
        { heading: 'Before' },
        { heading: 'Goes on as' },
        { heading: 'From' },
        { heading: 'Note' },
        { heading: 'Take back' },
      ]}
      rows={successions.map(({ number, earlierNumber, name, earlierName, on, note }) => [
        <>
          <a href={registerServicePath(slug, regulator, earlierNumber)}>{earlierName}</a> {earlierNumber}
        </>,
        <>
          <a href={registerServicePath(slug, regulator, number)}>{name}</a> {number}
        </>,
        longDate(on),
        note ?? '–',
        <form method="post" action={safeUrl(takeBackPath(slug))}>
          <input type="hidden" name="earlierNumber" value={earlierNumber} />
          <input type="hidden" name="number" value={number} />
          <button class="m-tool" type="submit">
            Take back
            <span class="m-vh">
              {' '}
              that {number} goes on from {earlierNumber}
            </span>
          </button>
        </form>,
      ])}
    />
  )
}

function Form({ slug, typed, mistakes }: SuccessionPartProps) {
  const mistake = (field: SuccessionMistake['field']) => mistakes.find((one) => one.field === field)?.sentence
  return (
    <form method="post" action={safeUrl(successionPath(slug))} novalidate class="m-read">
      <Input
        id={fieldIds.earlierNumber}
        name="earlierNumber"
        label="Number before"
        hint="As the regulator writes it, such as CS2003000000."
        classes="govuk-input--width-20"
        value={typed.earlierNumber}
        errorMessage={mistake('earlierNumber')}
        spellcheck={false}
        autocomplete="off"
      />
      <Input
        id={fieldIds.number}
        name="number"
        label="Number now"
        classes="govuk-input--width-20"
        value={typed.number}
        errorMessage={mistake('number')}
        spellcheck={false}
        autocomplete="off"
      />
      <DateInput
        id="on"
        namePrefix="on"
        legend="From which day"
        hint="For example, 31 3 2025"
        values={{ 'on-day': typed.day, 'on-month': typed.month, 'on-year': typed.year }}
        errorMessage={mistake('on')}
      />
      <Input id={fieldIds.note} name="note" label="Note (optional)" value={typed.note} errorMessage={mistake('note')} />
      <Button>Tell this succession</Button>
    </form>
  )
}
