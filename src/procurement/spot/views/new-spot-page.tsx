import type { Partnership } from '../../../core/auth/index.ts'
import { Button, Checkboxes } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { first } from '../../changes/forms/typed.ts'
import type { Choices } from '../../changes/queries/choices.ts'
import type { FoundProvider } from '../../changes/queries/providers.ts'
import { DefaultButton } from '../../changes/views/default-button.tsx'
import { ChoiceField, DateField, type FormState, TextField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { ProviderFinder } from '../../changes/views/provider-finder.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { newSpotPath, spotPath } from '../paths.ts'
import type { NamedContract } from '../queries/named-contracts.ts'

export interface NewSpotPageProps {
  readonly partnership: Partnership
  readonly form: FormState
  readonly choices: Pick<Choices, 'services' | 'areas' | 'careGroups'>
  readonly contracts: readonly NamedContract[]
  readonly found: readonly FoundProvider[] | undefined
}

/** Enters care bought for one person outside any lot. */
export function NewSpotPage({ partnership, form, choices, contracts, found }: NewSpotPageProps) {
  const { slug } = partnership
  const title = 'Enter a spot purchase'
  const listed = contracts.map(({ id, reference, title: called }) => ({ value: id, text: `${called} (${reference})` }))
  return (
    <ContractsPage
      partnership={partnership}
      of="spot"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'Spot', href: spotPath(slug) }, { content: 'New' }]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note="Care bought for one person outside any lot of a contract." />
      <form method="post" action={newSpotPath(slug)} data-guard="" novalidate class="m-read">
        <DefaultButton />
        <ProviderFinder form={form} label="Provider" found={found} picks="one" />
        <ChoiceField form={form} name="service" label="Service" none="Choose a service" choices={choices.services} />
        <ChoiceField form={form} name="area" label="Area" none="Choose an area" choices={choices.areas} />
        <Checkboxes
          name="outOfArea"
          classes="govuk-checkboxes--small"
          values={first(form.typed, 'outOfArea') === 'yes' ? ['yes'] : []}
          items={[{ value: 'yes', content: 'The care is given outside the partnership’s area' }]}
        />
        <TextField
          form={form}
          name="person"
          label="Reference of the person"
          hint="Of their record, such as P-00123. Never a name."
          width={20}
        />
        <ChoiceField form={form} name="careGroup" label="Care group" none="Not said" choices={choices.careGroups} />
        <DateField form={form} name="from" label="First day" hint="For example, 31 10 2026" />
        <DateField form={form} name="until" label="Last day (optional)" />
        <TextField form={form} name="hours" label="Hours a week (optional)" hint="Such as 12.5 or 12:30" width={5} />
        <TextField form={form} name="cost" label="Cost a week" prefix="£" inputmode="decimal" width={10} />
        <Section id="off" heading="If a contract should have met it" level={2}>
          <ChoiceField
            form={form}
            name="insteadOf"
            label="Contract that should have met it"
            none="None covers it"
            choices={listed}
          />
          <TextField
            form={form}
            name="reason"
            label="Why it did not"
            hint="Such as “No capacity” or “Nobody offered”: orders are counted by it."
          />
        </Section>
        <Section id="later" heading="If it is to move later" level={2}>
          <ChoiceField form={form} name="movesTo" label="Contract that it is to move to" none="None" choices={listed} />
        </Section>
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="save" preventDoubleClick>
            Enter the purchase
          </Button>
          <a class="govuk-link" href={spotPath(slug)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
