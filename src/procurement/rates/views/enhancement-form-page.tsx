import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import type { Choice } from '../../changes/queries/choices.ts'
import { ContractBar } from '../../changes/views/contract-bar.tsx'
import { ChoiceField, DateField, type FormState, TextField, WordsField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { enhancementsPath, newEnhancementPath } from '../paths.ts'

export interface EnhancementFormPageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly places: readonly Choice[]
  readonly form: FormState
}

/** The form of a higher price for one person's care. */
export function EnhancementFormPage({ partnership, contract, places, form }: EnhancementFormPageProps) {
  const { slug } = partnership
  const { reference } = contract
  const heading = 'Decide on a higher price for one person'
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Enhanced prices', href: enhancementsPath(slug, reference) },
        { content: 'Decide' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note="It adds to every price of that provider in the lot, for this person only." />
      <ContractBar contract={contract} />
      <form class="m-read" method="post" action={newEnhancementPath(slug, reference)} novalidate>
        <ChoiceField form={form} name="place" label="Provider and lot" none="Choose a provider" choices={places} />
        <TextField
          form={form}
          name="person"
          label="Reference of the person"
          hint="A reference such as P-10042, never a name."
          width={20}
        />
        <TextField form={form} name="percent" label="How much more" suffix="%" inputmode="decimal" width={4} />
        <WordsField
          form={form}
          name="evidence"
          label="Evidence"
          hint="What the person’s assessment showed, without naming anyone."
        />
        <DateField form={form} name="from" label="First day" hint="For example, 1 4 2027" />
        <DateField
          form={form}
          name="last"
          label="Last day"
          hint="Leave it empty when it goes on until a review ends it."
        />
        <DateField form={form} name="review" label="Day of its review" />
        <WordsField form={form} name="reason" label="Reason" hint="Who decided, and when." rows={2} />
        <Button preventDoubleClick>Decide</Button>
      </form>
    </ContractsPage>
  )
}
