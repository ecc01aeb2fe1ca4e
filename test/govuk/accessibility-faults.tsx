import {
  BackLink,
  Breadcrumbs,
  Button,
  Details,
  ErrorSummary,
  Fieldset,
  Hint,
  Input,
  Label,
  Select,
  SkipLink,
  SummaryList,
  Table,
  Tag,
} from '../../src/core/ui/govuk/index.ts'

const rows = [['West Lothian', '185,580']]
const change = { content: 'Change', href: '/change' }

/** Each is a fault that some reader could not get past; the compiler must refuse every one. */
export const faults = [
  // @ts-expect-error a field that has no label
  <Input name="postcode" />,
  // @ts-expect-error a field whose label is nothing
  <Input name="postcode" label={undefined} />,
  // @ts-expect-error a label without words
  <Input name="postcode" label={{ classes: 'govuk-label--l' }} />,
  // @ts-expect-error a list that has no label
  <Select name="ward" items={[{ text: 'Armadale' }]} />,
  // @ts-expect-error a label that names no field
  <Label>Postcode</Label>,
  // @ts-expect-error a table that does not say what it shows
  <Table rows={rows} />,
  // @ts-expect-error fields that belong together, and nothing that says why
  <Fieldset>
    <Input name="postcode" label="Postcode" />
  </Fieldset>,
  // @ts-expect-error errors under no heading
  <ErrorSummary errorList={[{ content: 'Enter a postcode', href: '#postcode' }]} />,
  // @ts-expect-error something to open that does not say what is in it
  <Details>More</Details>,
  // @ts-expect-error a card without a heading
  <SummaryList rows={[]} card={{}} />,
  // @ts-expect-error one of many links that all say "Change"
  <SummaryList rows={[{ key: 'Ward', value: 'Armadale', actions: { items: [change] } }]} />,
  // @ts-expect-error a button without words
  <Button />,
  // @ts-expect-error a button whose words may be nothing
  <Button>{undefined}</Button>,
  // @ts-expect-error a way past the menu that does not say so
  <SkipLink />,
  // @ts-expect-error a state shown by colour alone
  <Tag classes="govuk-tag--red" />,
  // @ts-expect-error a link that leads nowhere
  <BackLink>Back</BackLink>,
  // @ts-expect-error a step of the way without a name
  <Breadcrumbs items={[{ href: '/' }]} />,
  // @ts-expect-error a style that goes round the classes and the content security policy
  <Hint attributes={{ style: 'display:none' }}>Ten digits</Hint>,
  // @ts-expect-error a script in an attribute
  <Hint attributes={{ onclick: 'go()' }}>Ten digits</Hint>,
]
