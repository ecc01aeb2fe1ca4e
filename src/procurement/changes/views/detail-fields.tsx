import { Checkboxes, Details, Radios } from '../../../core/ui/govuk/index.ts'
import { contractKinds, methods } from '../../contract-kind.ts'
import { kindWords, methodWords } from '../../register/contract-words.ts'
import { first } from '../forms/typed.ts'
import type { Choices } from '../queries/choices.ts'
import { ChoiceField, DateField, type FormState, mistakeAt, TextField, WordsField } from './form-fields.tsx'

export interface DetailFieldsProps {
  readonly form: FormState
  readonly choices: Choices
}

/** What a contract is: name, kind, what it buys and for whom. */
export function IdentityFields({ form, choices }: DetailFieldsProps) {
  return (
    <>
      <TextField form={form} name="title" label="Title" hint="As it is known: “Care at home”." />
      <ChoiceField
        form={form}
        name="kind"
        label="Kind"
        none="Choose a kind"
        choices={contractKinds.map((value) => ({ value, text: kindWords[value] }))}
      />
      <ChoiceField
        form={form}
        name="method"
        label="How the provider was found"
        none="Not known"
        choices={methods.map((value) => ({ value, text: methodWords[value] }))}
      />
      <ChoiceField
        form={form}
        name="serviceType"
        label="Service"
        hint="Leave it open when its lots buy different services."
        none="Its lots differ"
        choices={choices.services}
      />
      <Checkboxes
        name="careGroups"
        legend={{ content: 'Care groups', classes: 'govuk-fieldset__legend--s' }}
        classes="govuk-checkboxes--small"
        values={form.typed.careGroups ?? []}
        items={choices.careGroups.map(({ value, text }) => ({ value, content: text }))}
      />
      <ChoiceField
        form={form}
        name="marketArea"
        label="Market area"
        hint="Under it, its summary is published."
        none="None"
        choices={choices.marketAreas}
      />
    </>
  )
}

/** What it is worth, how people come to it, how it is watched over. */
export function RunningFields({ form }: Pick<DetailFieldsProps, 'form'>) {
  return (
    <>
      <TextField
        form={form}
        name="yearly"
        label="Worth a year"
        hint="In pounds. Leave it empty when it is not known."
        prefix="£"
        inputmode="decimal"
        width={10}
      />
      <ChoiceField
        form={form}
        name="yearlyBasis"
        label="What this amount is"
        none="Choose when there is an amount"
        choices={[
          { value: 'budget', text: 'A budget' },
          { value: 'spend', text: 'What was spent' },
          { value: 'estimate', text: 'An estimate' },
        ]}
      />
      <Block form={form} />
      <TextField
        form={form}
        name="allocation"
        label="How a person comes to it"
        hint="“Service matching unit”, “The person’s choice”."
      />
      <TextField form={form} name="monitoring" label="How it is monitored, and by whom" />
      <TextField form={form} name="reviewMonths" label="Months between reviews" inputmode="numeric" width={3} />
      <DateField form={form} name="lastReviewedOn" label="Last reviewed on" />
    </>
  )
}

/** Who decides on its ends, what notice is given, and what follows it. */
export function EndingFields({ form, choices }: DetailFieldsProps) {
  return (
    <>
      <Radios
        name="decidedBy"
        legend={{ content: 'Who decides on its ends and options', classes: 'govuk-fieldset__legend--s' }}
        classes="govuk-radios--small"
        value={first(form.typed, 'decidedBy') || 'partnership'}
        errorMessage={mistakeAt(form, 'decidedBy')}
        items={[
          { value: 'partnership', content: 'The partnership' },
          { value: 'national-owner', content: 'The owner of a national framework' },
        ]}
      />
      <ChoiceField
        form={form}
        name="nationalFramework"
        label="National framework"
        none="None"
        choices={choices.frameworks}
      />
      <TextField
        form={form}
        name="noticeMonths"
        label="Notice that either side gives, in months"
        hint="Needed for a contract without an end."
        inputmode="numeric"
        width={3}
      />
      <Successor form={form} />
      <WordsField form={form} name="note" label="Note" hint="For colleagues; it is not published." rows={2} />
    </>
  )
}

const someTyped = ({ typed, mistakes }: FormState, names: readonly string[]): boolean =>
  names.some((name) => first(typed, name) !== '' || mistakes.some(({ field }) => field === name))

function Block({ form }: Pick<DetailFieldsProps, 'form'>) {
  const open = someTyped(form, ['blockUnits', 'blockMinimum', 'blockUnit'])
  return (
    <Details summary="It is a block: so much is paid for each week" open={open}>
      <TextField form={form} name="blockUnits" label="Units a week" inputmode="numeric" width={5} />
      <ChoiceField
        form={form}
        name="blockUnit"
        label="Unit"
        none="Choose a unit"
        choices={[
          { value: 'hour', text: 'Hours' },
          { value: 'place', text: 'Places' },
          { value: 'session', text: 'Sessions' },
          { value: 'bed', text: 'Beds' },
        ]}
      />
      <TextField
        form={form}
        name="blockMinimum"
        label="Least that is paid for a week, whatever is used"
        inputmode="numeric"
        width={5}
      />
    </Details>
  )
}

function Successor({ form }: Pick<DetailFieldsProps, 'form'>) {
  const parts = ['successorFrom-day', 'successorFrom-month', 'successorFrom-year', 'successorLast-day']
  return (
    <Details summary="What is planned to follow it" open={someTyped(form, parts)}>
      <DateField form={form} name="successorFrom" label="First day of what follows" />
      <DateField form={form} name="successorLast" label="Last day of what follows" />
    </Details>
  )
}
