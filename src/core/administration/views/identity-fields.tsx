import { Input, InsetText } from '../../ui/govuk/index.ts'
import { BrandPreview } from './brand-preview.tsx'
import { fieldOf, type SectionFieldsProps, strong } from './section-fields.ts'

/** Names, website and colour. */
export function IdentityFields(props: SectionFieldsProps) {
  const title = fieldOf(props, 'title')
  const colour = fieldOf(props, 'brandColour')
  return (
    <>
      {props.demonstration ? (
        <Invented {...props} />
      ) : (
        <>
          <Input
            {...title}
            label={strong('Short name')}
            hint="As people say it, such as “West Lothian”. It stands at the top of every page."
          />
          <Input
            {...fieldOf(props, 'name')}
            label={strong('Full name')}
            hint="It closes your messages and stands in legal texts."
          />
          <Input
            {...fieldOf(props, 'website')}
            type="url"
            label={strong('Your own website (optional)')}
            hint="With https:// in front. Every page links to it."
          />
        </>
      )}
      <Input
        {...colour}
        label={strong('Colour')}
        hint="A dark colour written as # and six digits, such as #5b2a68. It marks your pages and never data."
        classes="govuk-input--width-10"
        spellcheck={false}
      />
      <div class="govuk-form-group">
        <BrandPreview title={title.value} brandColour={colour.value} />
      </div>
    </>
  )
}

/** The names and the website of a demonstration, which stay: anyone may step into its administrator. */
function Invented(props: SectionFieldsProps) {
  const names = ['title', 'name', 'website'] as const
  return (
    <>
      <InsetText>
        Short name, full name and website of a demonstration stay as they are, because anyone may change its settings.
        Only the colour can be tried.
      </InsetText>
      {names.map((name) => (
        <input type="hidden" name={name} value={fieldOf(props, name).value} />
      ))}
    </>
  )
}
