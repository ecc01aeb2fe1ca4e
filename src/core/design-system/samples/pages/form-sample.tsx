import { BackLink, Button, ErrorSummary, Input, Radios, Textarea } from '../../../ui/govuk/index.ts'
import { Page } from '../../../ui/layout/index.ts'
import { Finding, Progress } from '../../../ui/parts/index.ts'

/** A form that came back with two mistakes. */
export const FormSample = () => (
  <Page
    title="About the organisation"
    description="A page of invented content, to see the parts together."
    lang="en-GB"
    brand={{ kind: 'neutral' }}
    mistakes
    demonstration="Design system. Everything on this page is invented."
  >
    <BackLink href="#main">Back</BackLink>
    <div class="m-read">
      <ErrorSummary
        title="There is a problem"
        errorList={[
          { content: 'Enter the number of staff', href: '#staff' },
          { content: 'Say whether you take people from hospital', href: '#hospital' },
        ]}
      />
      <Finding level={1}>About the organisation</Finding>
      <Progress done={2} of={9} what="parts done" />
      <form method="post" action="/design-system/pages/form" novalidate>
        <Input name="name" label="Name" value="Example provider" />
        <Input
          name="staff"
          label="Staff who give care"
          hint="A whole number"
          classes="govuk-input--width-5"
          inputmode="numeric"
          value="about ten"
          errorMessage="Enter the number of staff, such as 12"
        />
        <Radios
          name="hospital"
          legend="Do you take people from hospital on the same day?"
          errorMessage="Say whether you take people from hospital"
          items={[
            { content: 'Yes', value: 'yes' },
            { content: 'No', value: 'no' },
          ]}
        />
        <Textarea
          name="note"
          label="Anything else"
          hint="You can leave this empty"
          rows={3}
          value="We begin in the north."
        />
        <Button>Save and go on</Button>
      </form>
    </div>
  </Page>
)
