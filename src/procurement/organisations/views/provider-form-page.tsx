import type { ComponentChildren } from 'preact'
import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { FormState } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { providerPath, providersPath } from '../paths.ts'

export interface ProviderFormPageProps {
  readonly partnership: Partnership
  readonly organisation: { readonly id: Id; readonly name: string }
  readonly form: FormState
  readonly title: string
  readonly note: string
  readonly action: string
  readonly button: string
  readonly children: ComponentChildren
}

/** A form about one provider; a way back stands beside its button. */
export function ProviderFormPage({
  partnership,
  organisation,
  form,
  title,
  note,
  action,
  button,
  children,
}: ProviderFormPageProps) {
  const { slug } = partnership
  const back = providerPath(slug, organisation.id)
  return (
    <ContractsPage
      partnership={partnership}
      of="providers"
      title={`${title}, ${organisation.name}`}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[
        { content: 'Providers', href: providersPath(slug) },
        { content: organisation.name, href: back },
        { content: title },
      ]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={`${title}, ${organisation.name}`} note={note} />
      <form method="post" action={action} novalidate class="m-read">
        {children}
        <div class="govuk-button-group">
          <Button>{button}</Button>
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
