import { Checkboxes, DateInput, Fieldset, Input, Radios } from '../../ui/govuk/index.ts'
import type { Specimen } from '../specimen.ts'

const answers = [
  { content: 'Yes, from 26 November', value: 'yes' },
  { content: 'Yes, with changes', value: 'changes', hint: 'A later start, different times or some of the hours' },
  { content: 'No', value: 'no', hint: 'Next we ask the reason. It does not affect your place in the order.' },
]

const needs = [
  { content: 'Dementia', value: 'dementia' },
  { content: 'Two carers', value: 'two' },
  { content: 'Medication prompts in the morning, at noon, in the evening and at bedtime', value: 'medication' },
]

/** Questions that are answered by choosing, and dates. */
export const choiceSpecimens = (): readonly Specimen[] => [
  {
    name: 'Radios',
    imports: 'Radios from core/ui/govuk',
    when: 'One of a few. Nothing is chosen for people beforehand unless the safest answer is plain.',
    states: [
      { name: 'With hints', show: <Radios name="answer" legend="Can you take it?" items={answers} /> },
      {
        name: 'With an error',
        show: (
          <Radios
            name="answer-missing"
            legend="Can you take it?"
            items={answers}
            errorMessage="Say whether you can take it"
          />
        ),
      },
      {
        name: 'In a line, with a further question',
        show: (
          <Radios
            name="tell"
            legend="May we tell others?"
            value="yes"
            items={[
              { content: 'Yes', value: 'yes', conditional: <Input name="tell-whom" label="Whom" /> },
              { divider: 'or' },
              { content: 'No', value: 'no' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Checkboxes',
    imports: 'Checkboxes from core/ui/govuk',
    when: 'Any number of several.',
    states: [
      {
        name: 'Two ticked',
        show: (
          <Checkboxes
            name="needs"
            legend="What is needed"
            hint="Tick all that apply"
            values={['dementia', 'two']}
            items={needs}
          />
        ),
      },
      {
        name: 'With an error and “none”',
        show: (
          <Checkboxes
            name="needs-missing"
            legend="What is needed"
            errorMessage="Tick what is needed, or “none of these”"
            items={[...needs, { divider: 'or' }, { content: 'None of these', value: 'none', behaviour: 'exclusive' }]}
          />
        ),
      },
    ],
  },
  {
    name: 'Date input',
    imports: 'DateInput from core/ui/govuk',
    when: 'A date that people know. For times and days within the next weeks offer the days to choose from.',
    states: [
      {
        name: 'Normal',
        show: <DateInput id="start" namePrefix="start" legend="When should it start?" hint="For example, 26 11 2030" />,
      },
      {
        name: 'With an error in one part',
        show: (
          <DateInput
            id="end"
            namePrefix="end"
            legend="When should it end?"
            errorMessage="The month must be between 1 and 12"
            values={{ day: '26', month: '13', year: '2030' }}
            month={{ error: true }}
          />
        ),
      },
    ],
  },
  {
    name: 'Fieldset',
    imports: 'Fieldset from core/ui/govuk',
    when: 'Fields that answer one question together, such as an address.',
    states: [
      {
        name: 'An address',
        show: (
          <Fieldset legend="Where is the service?">
            <Input name="street" label="Street" autocomplete="address-line1" />
            <Input name="town" label="Town" classes="govuk-input--width-20" />
          </Fieldset>
        ),
      },
    ],
  },
]
