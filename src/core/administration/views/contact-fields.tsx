import { Input, Textarea } from '../../ui/govuk/index.ts'
import { fieldOf, type SectionFieldsProps, strong } from './section-fields.ts'

/** How people reach the partnership. */
export const ContactFields = (props: SectionFieldsProps) => (
  <>
    <Input
      {...fieldOf(props, 'email')}
      type="email"
      label={strong('Email address')}
      hint="A shared mailbox that somebody reads. Everyone can see it."
      spellcheck={false}
    />
    <Input {...fieldOf(props, 'phone')} type="tel" label={strong('Telephone number')} classes="govuk-input--width-20" />
    <Textarea {...fieldOf(props, 'address')} label={strong('Postal address')} rows={4} />
    <Textarea
      {...fieldOf(props, 'hours')}
      label={strong('Hours')}
      hint="When somebody answers, such as “Monday to Friday, 09:00 to 17:00”."
      rows={2}
    />
  </>
)
