import {
  Button,
  CharacterCount,
  ErrorMessage,
  ErrorSummary,
  FileUpload,
  Hint,
  Input,
  Label,
  PasswordInput,
  Select,
  Textarea,
} from '../../ui/govuk/index.ts'
import type { Specimen } from '../specimen.ts'

const tooLong =
  'Example Association for Care and Support at Home in the Northern and Western Sample Isles and the Long Coast'

/** Fields that are typed into, and what stands round a form. */
export const fieldSpecimens = (): readonly Specimen[] => [
  {
    name: 'Error summary',
    imports: 'ErrorSummary from core/ui/govuk',
    when: 'At the top of a form that came back, linking to every field with a mistake. The page’s title then begins with “Error”.',
    states: [
      {
        name: 'Two mistakes',
        show: (
          <ErrorSummary
            title="There is a problem"
            disableAutoFocus
            errorList={[
              { content: 'Enter the name of the organisation', href: '#name-missing' },
              { content: 'Enter a whole number of hours', href: '#hours-wrong' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Button',
    imports: 'Button from core/ui/govuk',
    when: 'Says what it does. One in ink a page or a row; the rest are secondary.',
    states: [
      {
        name: 'Primary, secondary, warning, disabled',
        show: (
          <div class="m-btns">
            <Button type="button">Save and go on</Button>
            <Button type="button" classes="govuk-button--secondary">
              Save and come back
            </Button>
            <Button type="button" classes="govuk-button--warning">
              End access
            </Button>
            <Button type="button" disabled>
              Publish
            </Button>
          </div>
        ),
      },
      {
        name: 'Start',
        show: (
          <Button href="#button" isStartButton>
            Start
          </Button>
        ),
      },
    ],
  },
  {
    name: 'Label, hint and error message',
    imports: 'Label, Hint, ErrorMessage from core/ui/govuk',
    when: 'Every field brings its own. These are for a field that the kit does not have, such as a canvas or a map.',
    states: [
      {
        name: 'Round a field of one’s own',
        show: (
          <>
            <Label for="own-field">Colour</Label>
            <Hint id="own-hint">For the mark and the ground line</Hint>
            <ErrorMessage id="own-error">The colour is too pale to read</ErrorMessage>
            <input id="own-field" type="color" value="#5b2a68" aria-describedby="own-hint own-error" />
          </>
        ),
      },
    ],
  },
  {
    name: 'Text input',
    imports: 'Input from core/ui/govuk',
    when: 'A line of text or a number. As wide as what belongs in it.',
    states: [
      { name: 'Normal', show: <Input name="name" label="Name of the organisation" /> },
      {
        name: 'With a hint',
        show: (
          <Input
            name="reference"
            label="Reference"
            hint="On the letter, such as XX-PKG-00042"
            classes="govuk-input--width-10"
          />
        ),
      },
      {
        name: 'With an error',
        show: (
          <Input
            name="name-missing"
            label="Name of the organisation"
            errorMessage="Enter the name of the organisation"
          />
        ),
      },
      {
        name: 'Long text',
        show: <Input name="name-long" label={`Name by which ${tooLong} is known`} value={tooLong} />,
      },
      {
        name: 'Money and units',
        show: (
          <Input
            name="rate"
            label="Rate an hour, in pounds"
            prefix="£"
            suffix="an hour"
            inputmode="decimal"
            classes="govuk-input--width-5"
            value="21.00"
          />
        ),
      },
      {
        name: 'Number with an error',
        show: (
          <Input
            name="hours-wrong"
            label="Hours a week"
            inputmode="numeric"
            classes="govuk-input--width-5"
            value="fourteen"
            errorMessage="Enter a whole number of hours, such as 14"
          />
        ),
      },
      { name: 'Disabled', show: <Input name="fixed" label="Ward" value="Sample ward" disabled /> },
    ],
  },
  {
    name: 'Password input',
    imports: 'PasswordInput from core/ui/govuk',
    when: 'For passwords only. With a script it offers to show what was typed.',
    states: [
      { name: 'Normal', show: <PasswordInput name="password" label="Password" autocomplete="current-password" /> },
      {
        name: 'With an error',
        show: (
          <PasswordInput
            name="password-wrong"
            label="New password"
            autocomplete="new-password"
            errorMessage="The password must have 12 characters or more"
          />
        ),
      },
    ],
  },
  {
    name: 'Textarea',
    imports: 'Textarea, CharacterCount from core/ui/govuk',
    when: 'More than a line. With a count only where there is a real limit.',
    states: [
      { name: 'Normal', show: <Textarea name="reason" label="Why it could not be placed" rows={3} /> },
      {
        name: 'With an error',
        show: (
          <Textarea
            name="reason-missing"
            label="Why it could not be placed"
            rows={3}
            errorMessage="Say why it could not be placed"
          />
        ),
      },
      {
        name: 'With a limit',
        show: (
          <CharacterCount
            name="summary"
            label="Summary for the public"
            maxlength={200}
            rows={3}
            value="Hours rose in every ward."
          />
        ),
      },
    ],
  },
  {
    name: 'Select',
    imports: 'Select from core/ui/govuk',
    when: 'One of many where people know the answer’s name, and in filters. With fewer than about seven, radios.',
    states: [
      {
        name: 'Normal',
        show: <Select name="ward" label="Ward" items={[{ text: 'Sample North' }, { text: 'Sample South' }]} />,
      },
      {
        name: 'With an error',
        show: (
          <Select
            name="ward-missing"
            label="Ward"
            errorMessage="Choose a ward"
            items={[{ text: 'Choose', value: '' }, { text: 'Sample North' }]}
          />
        ),
      },
    ],
  },
  {
    name: 'File upload',
    imports: 'FileUpload from core/ui/govuk',
    when: 'A file that exists already. Say which kinds and how large.',
    states: [
      { name: 'Normal', show: <FileUpload name="file" label="Contract" hint="PDF or Word, up to 20 MB" /> },
      {
        name: 'With an error',
        show: <FileUpload name="file-wrong" label="Contract" errorMessage="The file must be smaller than 20 MB" />,
      },
    ],
  },
]
