import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { draftDetailsPath, draftPath } from '../paths.ts'
import type { Choices } from '../queries/choices.ts'
import { DefaultButton } from './default-button.tsx'
import { EndingFields, IdentityFields, RunningFields } from './detail-fields.tsx'
import type { FormState } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'
import { TermFields } from './term-fields.tsx'

export interface DraftDetailsPageProps {
  readonly partnership: Partnership
  readonly reference: string
  readonly mark: string
  readonly form: FormState
  readonly choices: Choices
}

/** What a draft says of the contract: what it is, its days and options, how it is run. */
export function DraftDetailsPage({ partnership, reference, mark, form, choices }: DraftDetailsPageProps) {
  const { slug } = partnership
  return (
    <ContractsPage
      partnership={partnership}
      title="Details, days and options"
      breadcrumbs={[{ content: `Draft ${reference}`, href: draftPath(slug, reference) }, { content: 'Details' }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading="Details, days and options" />
      <form method="post" action={draftDetailsPath(slug, reference)} data-guard="" novalidate>
        <DefaultButton />
        <input type="hidden" name="mark" value={mark} />
        <div class="m-cols m-cols--2">
          <div>
            <Section id="what" heading="What it is">
              <IdentityFields form={form} choices={choices} />
            </Section>
            <Section id="run" heading="Money, and how it is run">
              <RunningFields form={form} />
            </Section>
          </div>
          <div>
            <Section id="days" heading="Its days">
              <TermFields form={form} />
            </Section>
            <Section id="ends" heading="Its ends, and what follows">
              <EndingFields form={form} choices={choices} />
            </Section>
          </div>
        </div>
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="save" preventDoubleClick>
            Save and go on
          </Button>
          <Button name="do" value="later" classes="govuk-button--secondary" preventDoubleClick>
            Save as it is, for later
          </Button>
          <a class="govuk-link" href={draftPath(slug, reference)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
