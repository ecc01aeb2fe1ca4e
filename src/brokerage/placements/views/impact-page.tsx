import type { Typed } from '../../../core/forms/index.ts'
import { CarriedFields } from '../../../core/ui/form/index.ts'
import { longDate, pounds } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { hoursWords, lineWords, packageStateWords } from '../../requests/care-words.ts'
import { changeWords } from '../change-words.ts'
import { type GivenThen, impactOf, type Picture } from '../impact.ts'
import { oneChangePath } from '../paths.ts'
import { ChangeFrame, type ChangeFrameProps } from './change-frame.tsx'

export interface ImpactPageProps extends Omit<ChangeFrameProps, 'title' | 'mistakes'> {
  /** The day of which both pictures are. */
  readonly on: IsoDate
  readonly before: Picture
  readonly after: Picture
  readonly typed: Typed
}

/** What a change would do, before it is done. */
export function ImpactPage({ partnership, package: of, kind, on, before, after, typed }: ImpactPageProps) {
  const { text, button } = changeWords[kind]
  const impact = impactOf(before, after)
  return (
    <ChangeFrame partnership={partnership} package={of} kind={kind} title={`Check: ${text}`}>
      <PageTitle
        heading={impact.heading}
        note={`Nothing is done yet. ${text}: the week of ${longDate(on)}, without the change and with it.`}
      />
      <DataTable
        caption={`Who gives what, and what it costs, in the week of ${longDate(on)}`}
        columns={[
          { heading: 'Provider' },
          { heading: 'Hours without', unit: 'a week', align: 'number' },
          { heading: 'Hours with', unit: 'a week', align: 'number' },
          { heading: 'Cost without', unit: 'a week', align: 'number' },
          { heading: 'Cost with', unit: 'a week', align: 'number' },
          { heading: 'With, a year later', unit: 'a week', align: 'number' },
        ]}
        rows={impact.rows.map(({ organisation, was, is }) => [
          organisation,
          was ? hoursWords(was.minutes) : 'nothing',
          is ? hoursWords(is.minutes) : 'nothing',
          weeklyWords(was?.weekly),
          weeklyWords(is?.weekly),
          weeklyWords(is?.weeklyNextYear),
        ])}
        missing="no price is known"
      />
      <p class="m-spaced">
        Over the year from that day: {yearWords(before.given)} without the change, {yearWords(after.given)} with it.
      </p>
      <Section id="unplaced" heading={impact.unplacedHeading}>
        {after.unplaced ? (
          <ul class="govuk-list">
            {after.unplaced.lines.map((line) => (
              <li>{lineWords(line)}</li>
            ))}
          </ul>
        ) : null}
        <p>{impact.next}</p>
        <p>The package would stand as: {packageStateWords[after.package.state]}.</p>
      </Section>
      <form method="post" action={oneChangePath(partnership.slug, of.reference, kind)}>
        <CarriedFields typed={typed} />
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="change" preventDoubleClick>
            {button}
          </Button>
          <Button name="do" value="edit" classes="govuk-button--secondary">
            Back to the form
          </Button>
        </div>
      </form>
    </ChangeFrame>
  )
}

const weeklyWords = (price: GivenThen['weekly'] | undefined): string | null => {
  if (price === undefined) return pounds(0)
  return 'pence' in price ? pounds(price.pence) : null
}

function yearWords(given: readonly GivenThen[]): string {
  const sum = pounds(given.reduce((pence, { year }) => pence + year.pence, 0))
  return given.some(({ year }) => year.unpriced !== null) ? `${sum}, and what has no price,` : sum
}
