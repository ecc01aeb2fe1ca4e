import type { Partnership } from '../../../core/auth/index.ts'
import {
  type Choice,
  ChoiceField,
  DateField,
  FormMistakes,
  type FormState,
  TextField,
} from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { offerRulesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { newTermsPath, placementTermsPath } from '../paths.ts'

export interface EditTermsPageProps {
  readonly partnership: Partnership
  readonly contracts: readonly Choice[]
  readonly form: FormState
}

/** The form of notice, and of how long time is kept free at rest. */
export function EditTermsPage({ partnership, contracts, form }: EditTermsPageProps) {
  const { slug } = partnership
  const title = 'Set notice and time kept free'
  return (
    <BrokeragePage
      partnership={partnership}
      of="rules"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[
        { content: 'Rules', href: offerRulesPath(slug) },
        { content: 'Notice', href: placementTermsPath(slug) },
        { content: 'Set' },
      ]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note="Notice that was given, and rests that began, keep the terms of their day." />
      <form method="post" action={newTermsPath(slug)} novalidate>
        <ChoiceField
          form={form}
          name="contract"
          label="Contract"
          hint="Without one they hold wherever a contract has no terms of its own"
          none="No contract in particular"
          choices={contracts}
        />
        <TextField
          form={form}
          name="notice"
          label="Notice to hand care back, in days"
          hint="For example, 28"
          width={5}
        />
        <TextField
          form={form}
          name="keep"
          label="Time kept free while somebody is in hospital, in days"
          hint="When nobody knows yet when care goes on; also on respite or with family"
          width={5}
        />
        <DateField form={form} name="from" label="First day" hint="Today or later" />
        <Button>Save</Button>
      </form>
    </BrokeragePage>
  )
}
