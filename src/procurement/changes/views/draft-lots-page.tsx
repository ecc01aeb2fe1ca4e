import type { Partnership } from '../../../core/auth/index.ts'
import { Button, Checkboxes } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { draftLotsPath, draftPath } from '../paths.ts'
import type { Choices } from '../queries/choices.ts'
import type { FormState } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'

export interface DraftLotsPageProps {
  readonly partnership: Partnership
  readonly reference: string
  readonly form: FormState
  readonly choices: Choices
}

/** Makes one lot for each of several areas at once, as for ward lots. */
export function DraftLotsPage({ partnership, reference, form, choices }: DraftLotsPageProps) {
  const { slug } = partnership
  const kinds = [...Map.groupBy(choices.areas, ({ kind }) => kind)]
  return (
    <ContractsPage
      partnership={partnership}
      title="One lot for each area"
      breadcrumbs={[{ content: `Draft ${reference}`, href: draftPath(slug, reference) }, { content: 'Lots by area' }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading="One lot for each area"
        note="Each lot gets a number and the area’s name; providers and prices are put in afterwards."
      />
      <form method="post" action={draftLotsPath(slug, reference)} class="m-read" novalidate>
        {kinds.map(([kind, areas], at) => (
          <Checkboxes
            name="areas"
            idPrefix={at === 0 ? 'areas' : `areas-${at + 1}`}
            legend={{
              content: `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`,
              classes: 'govuk-fieldset__legend--s',
            }}
            classes="govuk-checkboxes--small"
            values={form.typed.areas ?? []}
            errorMessage={at === 0 ? form.mistakes[0]?.sentence : undefined}
            items={areas.map(({ value, text }) => ({ value, content: text }))}
          />
        ))}
        <Checkboxes
          name="needsLead"
          classes="govuk-checkboxes--small"
          values={form.typed.needsLead ?? []}
          items={[{ value: 'yes', content: 'One provider leads in each, and is asked before all others' }]}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Make the lots</Button>
          <a class="govuk-link" href={draftPath(slug, reference)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
