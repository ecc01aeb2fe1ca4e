import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { draftPath, draftPricesPath } from '../paths.ts'
import type { Choice } from '../queries/choices.ts'
import { DefaultButton } from './default-button.tsx'
import type { FormState } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'
import { CapTable, PriceTable } from './price-table.tsx'

export interface PricesPageProps {
  readonly partnership: Partnership
  readonly draft: { readonly reference: string; readonly title: string }
  readonly lot: { readonly id: Id; readonly text: string }
  readonly mark: string
  readonly form: FormState
  readonly providers: readonly Choice[]
  readonly national: boolean
}

/** The price list of one lot of a contract that is being made. */
export function PricesPage({ partnership, draft, lot, mark, form, providers, national }: PricesPageProps) {
  const { slug } = partnership
  const title = `Prices in ${lot.text}`
  return (
    <ContractsPage
      partnership={partnership}
      title={title}
      breadcrumbs={[
        { content: `Draft ${draft.reference}`, href: draftPath(slug, draft.reference) },
        { content: title },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={title}
        note="A price holds from the first day of the contract until another takes its place. One price for every provider is a harmonised one."
      />
      <form method="post" action={draftPricesPath(slug, draft.reference, lot.id)} data-guard="" novalidate>
        <DefaultButton />
        <input type="hidden" name="mark" value={mark} />
        <CapTable form={form} />
        <div class="m-spaced">
          <PriceTable form={form} providers={providers} national={national} />
        </div>
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="save" preventDoubleClick>
            Save prices
          </Button>
          <Button name="do" value="more-rows" classes="govuk-button--secondary">
            More rows
          </Button>
          <a class="govuk-link" href={draftPath(slug, draft.reference)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
