import type { Partnership } from '../../../core/auth/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { DateField, type FormState, TextField, WordsField } from '../../changes/views/form-fields.tsx'
import { liftPath, registrationPath, suspendPath } from '../paths.ts'
import { ProviderFormPage } from './provider-form-page.tsx'

export interface ProviderFormProps {
  readonly partnership: Partnership
  readonly organisation: { readonly id: Id; readonly name: string }
  readonly form: FormState
}

/** The form that suspends placing with a provider. */
export function SuspendPage({ partnership, organisation, form }: ProviderFormProps) {
  return (
    <ProviderFormPage
      {...{ partnership, organisation, form }}
      title="Suspend placing"
      note="Nothing new is offered to it or placed with it in any lot. What it gives already goes on, and so do its places in contracts."
      action={suspendPath(partnership.slug, organisation.id)}
      button="Suspend placing"
    >
      <DateField form={form} name="from" label="First day" hint="Today or a day to come" />
      <DateField form={form} name="until" label="Last day" hint="Leave empty when it holds until you lift it" />
      <WordsField form={form} name="reason" label="Reason" hint="In words that the provider may read" />
    </ProviderFormPage>
  )
}

/** The form that lifts a suspension, or takes one back that is still to come. */
export function LiftPage({ suspensionId, reason, ...props }: ProviderFormProps & { suspensionId: Id; reason: string }) {
  const { partnership, organisation, form } = props
  return (
    <ProviderFormPage
      {...props}
      title="Lift the suspension"
      note={`It was suspended because: ${reason}`}
      action={liftPath(partnership.slug, organisation.id, suspensionId)}
      button="Lift the suspension"
    >
      <WordsField form={form} name="reason" label="Why it is lifted" />
    </ProviderFormPage>
  )
}

/** The form that tells under which number the regulator knows a provider. */
export function RegistrationPage({
  regulator,
  likely,
  ...props
}: ProviderFormProps & { regulator: string; likely: readonly string[] }) {
  const { partnership, organisation, form } = props
  const hint =
    likely.length === 0
      ? `As the register of the ${regulator} has it`
      : `The register of the ${regulator} names ${likely.join(' and ')} under this name`
  return (
    <ProviderFormPage
      {...props}
      title="Tell its provider number"
      note="The number ties the provider to its registered services, for every partnership here. A place in a lot for a registered service rests on it."
      action={registrationPath(partnership.slug, organisation.id)}
      button="Tell the number"
    >
      <TextField form={form} name="providerNumber" label="Provider number" hint={hint} width={20} />
    </ProviderFormPage>
  )
}
