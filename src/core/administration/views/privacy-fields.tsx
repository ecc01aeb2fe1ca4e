import { type LawfulBasis, lawfulBases } from '../../settings/index.ts'
import { Checkboxes, Input, Textarea } from '../../ui/govuk/index.ts'
import { fieldOf, type SectionFieldsProps, strong } from './section-fields.ts'

/** What the privacy notice needs to be told. */
export function PrivacyFields(props: SectionFieldsProps) {
  const bases = Object.keys(lawfulBases) as LawfulBasis[]
  return (
    <>
      <Input
        {...fieldOf(props, 'controller')}
        label={strong('Data controller')}
        hint="The body that answers for personal data here, such as the council."
      />
      <Textarea
        {...fieldOf(props, 'officer')}
        label={strong('How to reach the data protection officer')}
        hint="An email address or a postal address. Everyone can see it."
        rows={3}
      />
      <Input
        {...fieldOf(props, 'registration')}
        label={strong('Registration with the Information Commissioner')}
        hint="Such as ZA123456, from the register of fee payers."
        classes="govuk-input--width-10"
        spellcheck={false}
      />
      <Checkboxes
        name="bases"
        values={props.fields.bases ?? []}
        legend={{ content: 'What allows you to use personal data?', classes: 'govuk-fieldset__legend--s' }}
        hint="The lawful bases of the UK General Data Protection Regulation. For most public bodies it is the public task."
        items={bases.map((value) => ({ value, content: `${lawfulBases[value].name}: ${lawfulBases[value].meaning}` }))}
      />
      <Textarea
        {...fieldOf(props, 'retention')}
        label={strong('What else do you keep, and for how long? (optional)')}
        hint="One line each, such as “Minutes of forums: six years”. What the service itself keeps is listed already."
        rows={4}
      />
    </>
  )
}
