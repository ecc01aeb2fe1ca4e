import { hideBelowBounds } from '../../settings/index.ts'
import { Input } from '../../ui/govuk/index.ts'
import { fieldOf, type SectionFieldsProps, strong } from './section-fields.ts'

/** From which number of people on a number is shown. */
export function PublicationFields(props: SectionFieldsProps) {
  const { least, most, usual } = hideBelowBounds
  return (
    <Input
      {...fieldOf(props, 'hideBelow')}
      label={strong('Numbers of people below this are hidden')}
      hint={`A whole number from ${least} to ${most}; ${usual} is usual. 0 is always shown, and others are hidden where a hidden number could be worked out from them. What an edition showed stays in that edition.`}
      classes="govuk-input--width-3"
      inputmode="numeric"
      spellcheck={false}
    />
  )
}
