import type { Partnership } from '../../../core/auth/index.ts'
import { first } from '../../../core/forms/index.ts'
import {
  type Choice,
  ChoiceField,
  DateField,
  type FormState,
  mistakeAt,
  TextField,
  WordsField,
} from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Checkboxes, ErrorMessage, Radios } from '../../../core/ui/govuk/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import { supportOptionWords } from '../care-words.ts'
import { noLevel } from '../forms/request-form.ts'
import { needGroups, needWords } from '../need-code.ts'
import type { NeedCriteria } from '../need-criteria.ts'

interface SectionProps {
  readonly form: FormState
}

const legend = (content: string) => ({ content, classes: 'govuk-fieldset__legend--s' })

/** When it was assessed, and the level of need under the criteria that held then. */
export function LevelSection({ form, criteria }: SectionProps & { readonly criteria: NeedCriteria | undefined }) {
  const levels = criteria?.levels ?? []
  return (
    <Section id="need" heading="1. Level of need">
      <div class="m-cols m-cols--2">
        <DateField form={form} name="assessed" label="Day of the assessment" hint="For example, 20 11 2026" />
        <Radios
          name="level"
          legend={legend(criteria ? `Level under the ${criteria.name}` : 'Level of need')}
          hint={criteria ? `In force since ${longDate(criteria.from)}.` : undefined}
          classes="govuk-radios--small"
          value={first(form.typed, 'level')}
          errorMessage={mistakeAt(form, 'level')}
          items={[
            ...levels.map(({ key, name, eligible }) => ({
              value: key,
              content: name,
              hint: eligible ? undefined : 'Care may be given, and does not have to be',
            })),
            {
              value: noLevel,
              content: 'No level has been set yet',
              conditional: <TextField form={form} name="noLevelReason" label="Why there is none yet" />,
            },
          ]}
        />
      </div>
    </Section>
  )
}

/** What matters to the person: outcomes, choices, how support is arranged. */
export function WantedSection({ form, nation }: SectionProps & Pick<Partnership, 'nation'>) {
  const options = supportOptionWords[nation]
  return (
    <Section id="wanted" heading="2. What matters to the person">
      <div class="m-cols m-cols--2">
        <div>
          <WordsField
            form={form}
            name="outcomes"
            label="What they want to be able to do"
            hint="One on each line, in their words: “Make my own breakfast”."
          />
          <WordsField
            form={form}
            name="choices"
            label="What they choose about their care (optional)"
            hint="Such as a later start at weekends, or the same few carers."
            rows={2}
          />
        </div>
        <Radios
          name="option"
          legend={legend('How support is arranged')}
          classes="govuk-radios--small"
          value={first(form.typed, 'option')}
          errorMessage={mistakeAt(form, 'option')}
          items={([1, 2, 3, 4] as const).map((option) => ({ value: String(option), content: options[option] }))}
        />
      </div>
    </Section>
  )
}

/** What carers have to know and do, as codes from a list. */
export function NeedsSection({ form }: SectionProps) {
  const mistake = mistakeAt(form, 'needs')
  return (
    <Section
      id="carers"
      heading="3. What carers have to know and do"
      intro="Providers see these at once. Tick what holds; leave all open if nothing does."
    >
      {mistake ? <ErrorMessage>{mistake}</ErrorMessage> : null}
      <div class="m-trip">
        {needGroups.map(({ heading, codes }, index) => (
          <Checkboxes
            name="needs"
            idPrefix={index === 0 ? 'needs' : `needs-group-${index + 1}`}
            legend={legend(heading)}
            classes="govuk-checkboxes--small"
            values={form.typed.needs ?? []}
            items={codes.map((value) => ({ value, content: needWords[value] }))}
          />
        ))}
      </div>
    </Section>
  )
}

/** Where somebody waits and lives, since when, and by when care is to start. */
export function WhenSection({ form, areas }: SectionProps & { readonly areas: readonly Choice[] }) {
  return (
    <Section id="when" heading="5. When and where">
      <div class="m-cols m-cols--2">
        <div>
          <Radios
            name="origin"
            legend={legend('Where is the person waiting?')}
            classes="govuk-radios--small"
            value={first(form.typed, 'origin')}
            errorMessage={mistakeAt(form, 'origin')}
            items={[
              { value: 'hospital', content: 'In hospital, ready to leave', hint: 'Comes first on the desk' },
              { value: 'community', content: 'At home, or elsewhere in the community' },
            ]}
          />
          <ChoiceField
            form={form}
            name="area"
            label="Area in which care is given"
            hint="The smallest that you are sure of: its lots decide who is asked first."
            none="Choose an area"
            choices={areas}
          />
        </div>
        <div>
          <DateField
            form={form}
            name="ready"
            label="Care could have begun on"
            hint="Assessed, agreed and ready: waiting is counted from this day."
          />
          <DateField form={form} name="start" label="Care is to start by" />
        </div>
      </div>
    </Section>
  )
}
