import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { DateField, type FormState, WordsField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { sharePath, withdrawPath } from '../paths.ts'
import type { Share } from '../queries/shares.ts'

export interface WithdrawPageProps {
  readonly partnership: Partnership
  readonly contract: Pick<Contract, 'reference' | 'detail'>
  readonly partner: Pick<Partnership, 'slug' | 'title'>
  readonly share: Share
  readonly form: FormState
}

/** The form that takes a partner's part of a contract back from a day on. */
export function WithdrawPage({
  partnership: { slug },
  partnership,
  contract,
  partner,
  share,
  form,
}: WithdrawPageProps) {
  const { reference, detail } = contract
  const heading = `Withdraw the share of ${partner.title}`
  const back = sharePath(slug, reference)
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: detail.title, href: contractPath(slug, reference) },
        { content: 'Shared', href: back },
        { content: 'Withdraw' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={heading}
        note={`${reference}, ${detail.title}. Shared from ${longDate(share.from)}. From the day that you give it places nobody by this contract; its copy keeps what was, and says why it ended.${share.ended ? ' To let the share go on, share the contract with it again before that day.' : ''}`}
      />
      <form method="post" action={withdrawPath(slug, reference, partner.slug)} novalidate class="m-read">
        <DateField
          form={form}
          name="until"
          label="First day on which it is shared no longer"
          hint="Today or a day to come"
        />
        <WordsField form={form} name="reason" label="Reason" hint="In words that the partner reads" />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning">Withdraw the share</Button>
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}
