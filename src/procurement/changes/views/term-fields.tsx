import { Button, Fieldset } from '../../../core/ui/govuk/index.ts'
import { mostOptions, optionsShown } from '../forms/term-form.ts'
import { DateField, type FormState, TextField } from './form-fields.tsx'

/** The first and last day of a contract, and the rights to extend it. */
export function TermFields({ form }: { readonly form: FormState }) {
  const shown = optionsShown(form.typed)
  return (
    <>
      <DateField form={form} name="start" label="First day" hint="For example, 1 4 2027." />
      <DateField
        form={form}
        name="last"
        label="Last day"
        hint="Without the options to extend it. Leave it empty for a contract without an end."
      />
      <input type="hidden" name="options" value={String(shown)} />
      {Array.from({ length: shown }, (_, at) => at + 1).map((at) => (
        <Fieldset
          classes="govuk-form-group"
          legend={{ content: `Option ${at} to extend it`, classes: 'govuk-fieldset__legend--s' }}
        >
          <TextField
            form={form}
            name={`option-${at}-months`}
            label="Months"
            hint={at === 1 ? '“Two years, year by year” are two options of 12 months.' : undefined}
            inputmode="numeric"
            width={3}
          />
          <DateField form={form} name={`option-${at}-decideBy`} label={`Option ${at} is decided by`} />
        </Fieldset>
      ))}
      {shown < mostOptions ? (
        <p>
          <Button name="do" value="more-options" classes="govuk-button--secondary">
            Room for another option
          </Button>
        </p>
      ) : null}
    </>
  )
}
