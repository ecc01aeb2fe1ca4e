import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { first } from '../forms/typed.ts'
import { draftPath, newContractPath } from '../paths.ts'
import type { Choices } from '../queries/choices.ts'
import type { Draft } from '../queries/drafts.ts'
import { DefaultButton } from './default-button.tsx'
import { IdentityFields } from './detail-fields.tsx'
import type { FormState } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'

export interface NewContractPageProps {
  readonly partnership: Partnership
  readonly form: FormState
  readonly choices: Choices
  readonly drafts: readonly Draft[]
  /** The draft that was just given up. */
  readonly dropped: string | undefined
}

/** Where a contract is begun; with the drafts that were begun before. */
export function NewContractPage({ partnership, form, choices, drafts, dropped }: NewContractPageProps) {
  const { slug } = partnership
  return (
    <ContractsPage
      partnership={partnership}
      title="New contract"
      breadcrumbs={[{ content: 'New contract' }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading="New contract"
        note="Say what it is; its days, lots, providers and prices follow. It stays a draft until it is awarded, and can be left and taken up again at any time."
      />
      {dropped ? <p role="status">Draft {dropped} is given up.</p> : null}
      {drafts.length > 0 ? <Drafts slug={slug} drafts={drafts} /> : null}
      <Section id="begin" heading={drafts.length > 0 ? 'Begin another' : 'What it is'}>
        <form method="post" action={newContractPath(slug)} class="m-read" data-guard="" novalidate>
          <DefaultButton />
          <IdentityFields form={form} choices={choices} />
          <Button name="do" value="save" preventDoubleClick>
            Save and go on
          </Button>
        </form>
      </Section>
    </ContractsPage>
  )
}

function Drafts({ slug, drafts }: { readonly slug: string; readonly drafts: readonly Draft[] }) {
  return (
    <Section
      id="drafts"
      heading={drafts.length === 1 ? 'One draft is under way' : `${drafts.length} drafts are under way`}
    >
      <DataTable
        caption="Drafts, the last changed first"
        captionHidden
        stack
        columns={[
          { heading: 'Draft' },
          { heading: 'Title' },
          { heading: 'Lots', align: 'number' },
          { heading: 'Last changed' },
          { heading: 'State' },
        ]}
        rows={drafts.map(({ reference, content, changedAt, changedBy, waiting }) => [
          <a href={draftPath(slug, reference)}>{reference}</a>,
          first(content.details, 'title'),
          String(content.lots.length),
          `${moment(changedAt)}${changedBy ? `, ${changedBy}` : ''}`,
          waiting ? 'Waits for approval' : 'Being written',
        ])}
      />
    </Section>
  )
}
