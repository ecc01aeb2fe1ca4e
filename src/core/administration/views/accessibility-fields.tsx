import { type Compliance, complianceNames } from '../../settings/index.ts'
import { DateInput, Input, Radios, Textarea } from '../../ui/govuk/index.ts'
import { mistakeAt } from './mistake-summary.tsx'
import { fieldOf, type SectionFieldsProps, strong } from './section-fields.ts'

/** What the accessibility statement needs to be told. */
export function AccessibilityFields(props: SectionFieldsProps) {
  const { fields, mistakes } = props
  const statuses = Object.keys(complianceNames) as Compliance[]
  return (
    <>
      <Radios
        {...fieldOf(props, 'compliance')}
        legend={{ content: 'How far do the pages meet the guidelines?', classes: 'govuk-fieldset__legend--s' }}
        hint="The Web Content Accessibility Guidelines 2.2 at level AA, for these pages with everything that you publish on them."
        items={statuses.map((value) => ({ value, content: complianceNames[value] }))}
      />
      <Textarea
        {...fieldOf(props, 'issues')}
        label={strong('What does not work yet?')}
        hint="One problem a line: what, for whom, the way round it, which success criterion, and by when you will mend it."
        rows={6}
      />
      <Textarea
        {...fieldOf(props, 'tested')}
        label={strong('How were the pages tested?')}
        hint="Who tested, which pages, when, and with what."
        rows={5}
      />
      {(['preparedOn', 'reviewedOn'] as const).map((name) => (
        <DateInput
          id={name}
          namePrefix={name}
          legend={{
            content:
              name === 'preparedOn' ? 'When was the statement prepared?' : 'When was it last reviewed? (optional)',
            classes: 'govuk-fieldset__legend--s',
          }}
          hint="For example, 24 11 2026"
          errorMessage={mistakeAt(mistakes, `${name}-day`)}
          values={Object.fromEntries(
            ['day', 'month', 'year'].map((part) => [`${name}-${part}`, fields[`${name}-${part}`]?.[0]]),
          )}
        />
      ))}
      <Input
        {...fieldOf(props, 'responseDays')}
        label={strong('Within how many working days do you answer somebody who reports a problem?')}
        classes="govuk-input--width-2"
        inputmode="numeric"
      />
    </>
  )
}
