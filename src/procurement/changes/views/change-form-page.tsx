import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { isIsoDate } from '../../../core/values/index.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { formHeadings } from '../form-headings.ts'
import { dayLabel } from '../forms/change-form.ts'
import type { FormKind } from '../forms/form-kind.ts'
import { first } from '../forms/typed.ts'
import { changeFormPath, changePath } from '../paths.ts'
import { type ChangeFieldsProps, changeFields, JoinPrices } from './change-fields.tsx'
import { ContractBar } from './contract-bar.tsx'
import { DefaultButton } from './default-button.tsx'
import { type DocumentChoice, DocumentFields } from './document-fields.tsx'
import { DateField, WordsField } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'

export interface ChangeFormPageProps extends ChangeFieldsProps {
  readonly partnership: Partnership
  readonly kind: FormKind
  readonly documents: readonly DocumentChoice[]
}

const dayHints: Partial<Record<FormKind, string>> = {
  'early-end': 'It is in force up to this day, and on it.',
  extension: 'The option’s own days say from when it is extended.',
  'option-declined': 'The day on which it was decided.',
}

/** The form for one kind of change to a contract, with its day, reason and document. */
export function ChangeFormPage(props: ChangeFormPageProps) {
  const { partnership, kind, contract, form, documents } = props
  const { slug } = partnership
  const { reference } = contract
  const { heading, when } = formHeadings[kind]
  const Fields = changeFields[kind]
  return (
    <ContractsPage
      partnership={partnership}
      title={`${heading}: ${contract.detail.title}`}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Change', href: changePath(slug, reference) },
        { content: heading },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} title="Nothing is changed yet" />
      <PageTitle heading={heading} note={when} />
      <ContractBar contract={contract} />
      <form
        method="post"
        action={changeFormPath(slug, reference, kind)}
        enctype="multipart/form-data"
        class="m-spaced"
        data-guard=""
        novalidate
      >
        <DefaultButton />
        <input type="hidden" name="base" value={first(form.typed, 'base') || String(contract.version)} />
        {kind === 'variation' ? <ShownAsOf form={form} /> : null}
        <div class={kind === 'variation' ? undefined : 'm-read'}>
          <Fields {...props} />
        </div>
        {kind === 'join' ? <JoinPrices {...props} /> : null}
        <div class={kind === 'join' || kind === 'variation' ? 'm-read m-spaced' : 'm-read'}>
          <DateField form={form} name="effective" label={dayLabel(kind)} hint={dayHints[kind]} />
          <WordsField
            form={form}
            name="reason"
            label="Reason"
            hint="Who decided, and why: it is read with the change for as long as the contract is."
          />
          <DocumentFields form={form} documents={documents} />
          <p class="govuk-form-group m-2">
            It holds at once when it is within the authority delegated to you; otherwise it waits for somebody who may
            approve it.
          </p>
          <div class="govuk-button-group">
            <Button name="do" value="save" preventDoubleClick>
              {kind === 'early-end' ? 'End it early' : 'Make this change'}
            </Button>
            {kind === 'join' ? (
              <Button name="do" value="more-rows" classes="govuk-button--secondary">
                More rows for prices
              </Button>
            ) : null}
            <a class="govuk-link" href={contractPath(slug, reference)}>
              Cancel
            </a>
          </div>
        </div>
      </form>
    </ContractsPage>
  )
}

/** A contract may be said to be different from a later day on: the form says which day’s answers it shows. */
function ShownAsOf({ form: { typed } }: Pick<ChangeFormPageProps, 'form'>) {
  const day = first(typed, 'shown')
  return (
    <>
      <input type="hidden" name="shown" value={day} />
      {isIsoDate(day) ? (
        <p class="m-2">As it is said on {longDate(day)}; only what you change here is changed.</p>
      ) : null}
    </>
  )
}
