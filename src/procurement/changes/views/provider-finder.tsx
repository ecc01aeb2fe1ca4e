import { Button, Input, Radios } from '../../../core/ui/govuk/index.ts'
import { first } from '../forms/typed.ts'
import type { FoundProvider } from '../queries/providers.ts'
import { type FormState, mistakeAt } from './form-fields.tsx'

export interface ProviderFinderProps {
  readonly form: FormState
  readonly label: string
  /** What was found under the letters that were looked for; undefined before anything was. */
  readonly found: readonly FoundProvider[] | undefined
  /** In a list of several, each is added by a button of its own; else one is chosen. */
  readonly picks: 'one' | 'several'
  readonly hint?: string | undefined
}

/** Finds a provider by letters of its name, among those known here and those in the registers. */
export function ProviderFinder({ form, label, found, picks, hint }: ProviderFinderProps) {
  const letters = first(form.typed, 'find')
  return (
    <>
      <Input
        name="find"
        label={{ content: label, classes: 'govuk-label--s' }}
        hint={hint ?? 'Letters of its name, as the register of services or your partnership spells it.'}
        value={letters}
        errorMessage={mistakeAt(form, 'find') ?? mistakeAt(form, 'organisation')}
        autocomplete="off"
        formGroup={{
          afterInput: (
            <Button name="do" value="find" classes="govuk-button--secondary">
              Find
            </Button>
          ),
        }}
      />
      <input type="hidden" name="found" value={letters} />
      {found === undefined ? null : found.length === 0 ? (
        <p class="govuk-form-group">
          {letters.length < 2 ? 'Enter at least two letters.' : `No provider has “${letters}” in its name.`}
        </p>
      ) : picks === 'one' ? (
        <Radios
          name="organisation"
          legend={{ content: 'Which provider?', classes: 'govuk-fieldset__legend--s' }}
          classes="govuk-radios--small"
          value={first(form.typed, 'organisation')}
          items={found.map(({ value, name, note }) => ({ value, content: name, hint: note }))}
        />
      ) : (
        <Found found={found} />
      )}
    </>
  )
}

function Found({ found }: { readonly found: readonly FoundProvider[] }) {
  return (
    <ul class="govuk-list govuk-form-group" aria-label="Found">
      {found.map(({ value, name, note }) => (
        <li class="m-btns">
          <Button name="do" value={`add ${value}`} classes="govuk-button--secondary">
            {['Add', <span class="m-vh"> {name}</span>]}
          </Button>
          <span>
            {name} <span class="m-2">{note}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
