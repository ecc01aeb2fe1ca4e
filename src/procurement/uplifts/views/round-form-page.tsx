import type { Partnership } from '../../../core/auth/index.ts'
import { Button, FileUpload, Radios } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { first } from '../../changes/forms/typed.ts'
import type { Choice } from '../../changes/queries/choices.ts'
import {
  ChoiceField,
  DateField,
  type FormState,
  mistakeAt,
  TextField,
  WordsField,
} from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { editUpliftPath, newUpliftPath, upliftPath, upliftsPath } from '../paths.ts'

export interface RoundFormPageProps {
  readonly partnership: Partnership
  readonly form: FormState
  readonly careGroups: readonly Choice[]
  readonly frameworks: readonly Choice[]
  /** The round that is written anew, and the version of it that the form shows. */
  readonly round?: { readonly reference: string; readonly version: number } | undefined
}

/** The form of a round: which prices, by how much, from when, and why. */
export function RoundFormPage({ partnership, form, careGroups, frameworks, round }: RoundFormPageProps) {
  const { slug } = partnership
  const heading = round ? `Change round ${round.reference}` : 'Start a round of uplift'
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      of="uplifts"
      breadcrumbs={[
        { content: 'Uplifts', href: upliftsPath(slug) },
        ...(round ? [{ content: round.reference, href: upliftPath(slug, round.reference) }] : []),
        { content: round ? 'Change' : 'New round' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note="It is worked out next. Nothing changes until it is applied." />
      <form
        class="m-read"
        method="post"
        action={round ? editUpliftPath(slug, round.reference) : newUpliftPath(slug)}
        enctype="multipart/form-data"
        novalidate
      >
        {round ? <input type="hidden" name="version" value={String(round.version)} /> : null}
        <TextField form={form} name="title" label="Name of the round" hint="“Care at home, 2027/28”." />
        <About form={form} careGroups={careGroups} frameworks={frameworks} />
        <Way form={form} />
        <DateField form={form} name="from" label="First day of the new prices" hint="For example, 1 4 2027" />
        <WordsField form={form} name="reason" label="Reason" hint="Who decided, when, and on what." />
        <Document form={form} />
        <Button>Work it out</Button>
      </form>
    </ContractsPage>
  )
}

function Document({ form }: Pick<RoundFormPageProps, 'form'>) {
  const kept = first(form.typed, 'documentName')
  return (
    <>
      {['documentName', 'documentDigest'].map((name) => (
        <input type="hidden" name={name} value={first(form.typed, name)} />
      ))}
      <FileUpload
        name="file"
        label={{ content: 'Document that it stands on', classes: 'govuk-label--s' }}
        hint={
          kept
            ? `${kept} is kept. Choose a file only to put it in its place.`
            : 'A minute, a letter. It is kept with every contract that the round changes.'
        }
        errorMessage={mistakeAt(form, 'file')}
      />
    </>
  )
}

function About({ form, careGroups, frameworks }: Pick<RoundFormPageProps, 'form' | 'careGroups' | 'frameworks'>) {
  return (
    <Radios
      name="about"
      legend={{ content: 'Which prices', classes: 'govuk-fieldset__legend--s' }}
      classes="govuk-radios--small"
      value={first(form.typed, 'about')}
      errorMessage={mistakeAt(form, 'about')}
      items={[
        {
          value: 'contract',
          content: 'Of one contract, or one lot of it',
          conditional: (
            <>
              <TextField form={form} name="contract" label="Reference of the contract" width={20} />
              <TextField
                form={form}
                name="lot"
                label="Number of the lot"
                hint="Leave it empty for all of its lots."
                width={5}
              />
            </>
          ),
        },
        {
          value: 'care-group',
          content: 'Of all contracts for a care group',
          conditional: (
            <ChoiceField
              form={form}
              name="careGroup"
              label="Care group"
              none="Choose a care group"
              choices={careGroups}
            />
          ),
        },
        {
          value: 'national',
          content: 'Of all contracts on the terms of a national framework',
          conditional: (
            <ChoiceField
              form={form}
              name="framework"
              label="National framework"
              none="Choose a national framework"
              choices={frameworks}
            />
          ),
        },
      ]}
    />
  )
}

function Way({ form }: Pick<RoundFormPageProps, 'form'>) {
  return (
    <Radios
      name="way"
      legend={{ content: 'How they change', classes: 'govuk-fieldset__legend--s' }}
      classes="govuk-radios--small"
      value={first(form.typed, 'way')}
      errorMessage={mistakeAt(form, 'way')}
      items={[
        {
          value: 'percent',
          content: 'By a percentage',
          conditional: (
            <TextField
              form={form}
              name="percent"
              label="Percentage"
              hint="Prices are rounded to whole pence, half a penny up."
              suffix="%"
              inputmode="decimal"
              width={5}
            />
          ),
        },
        { value: 'prices', content: 'To new prices, typed one by one', hint: 'For one contract or lot.' },
        {
          value: 'table',
          content: 'As the national table says from that day',
          hint: 'Import the new table first. The round shows what it costs, and keeps it.',
        },
      ]}
    />
  )
}
