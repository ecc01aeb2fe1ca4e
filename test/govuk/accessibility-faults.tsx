import {
  Accordion,
  BackLink,
  Breadcrumbs,
  Button,
  CharacterCount,
  Checkboxes,
  CookieBanner,
  DateInput,
  Details,
  ErrorSummary,
  Feedback,
  Fieldset,
  FileUpload,
  GenericHeader,
  Header,
  Hint,
  Input,
  Label,
  LanguageNavigation,
  Panel,
  PasswordInput,
  Radios,
  Select,
  SkipLink,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TaskList,
  Textarea,
} from '../../src/core/ui/govuk/index.ts'

const rows = [['West Lothian', '185,580']]
const change = { content: 'Change', href: '/change' }
const yes = { content: 'Yes', value: 'yes' }
const no = { content: 'No', value: 'no' }

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
  // @ts-expect-error several lines to fill that have no label
  <Textarea name="notes" />,
  // @ts-expect-error several lines with a limit that have no label
  <CharacterCount name="notes" maxlength={200} />,
  // @ts-expect-error a limit that nobody is told
  <CharacterCount name="notes" label="Notes" />,
  // @ts-expect-error a password that has no label
  <PasswordInput name="password" />,
  // @ts-expect-error a file to send that has no label
  <FileUpload name="figures" />,
  // @ts-expect-error a file whose label is nothing
  <FileUpload name="figures" label={undefined} />,
  // @ts-expect-error answers without a question
  <Radios name="moved" items={[yes, no]} />,
  // @ts-expect-error a question without words
  <Radios name="moved" legend={{ classes: 'govuk-fieldset__legend--l' }} items={[yes, no]} />,
  // @ts-expect-error an answer without words
  <Radios name="moved" legend="Have you moved?" items={[{ value: 'yes' }, no]} />,
  // @ts-expect-error boxes to tick without a question
  <Checkboxes name="needs" items={[yes, no]} />,
  // @ts-expect-error one box to tick that has no label
  <Checkboxes name="agree" items={[{ value: 'yes' }]} />,
  // @ts-expect-error the parts of a date, and nothing that says of what
  <DateInput id="start" />,
  // @ts-expect-error a part of a date that has no label
  <DateInput id="start" legend="When does it start?" items={[{ name: 'quarter' }]} />,
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
  // @ts-expect-error a section to open that has no heading
  <Accordion id="help" items={[{ content: 'Write to us' }]} />,
  // @ts-expect-error sections that no script can tell apart from those of another page
  <Accordion items={[{ heading: 'Help', content: 'Write to us' }]} />,
  // @ts-expect-error a tab without words
  <Tabs items={[{ content: 'Figures for the day' }]} />,
  // @ts-expect-error a panel without a heading
  <Panel>Your reference is HDJ2123F</Panel>,
  // @ts-expect-error a confirmation that asks for something
  <Panel title="Sent" actions={{ items: [change] }} />,
  // @ts-expect-error an invitation under no heading
  <Feedback>Tell us what you think</Feedback>,
  // @ts-expect-error a message about cookies that says nothing
  <CookieBanner messages={[{ heading: 'Cookies' }]} />,
  // @ts-expect-error a task without a name
  <TaskList items={[{ status: 'Completed' }]} />,
  // @ts-expect-error a task that does not say how far it is
  <TaskList items={[{ title: 'Check the figures' }]} />,
  // @ts-expect-error a page that does not say whose it is
  <GenericHeader />,
  // @ts-expect-error a way home that has no name
  <Header productName="Mercat" />,
  // @ts-expect-error a language that would be read out as if it were English
  <LanguageNavigation items={[{ content: 'Cymraeg', href: '/cy' }]} />,
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
