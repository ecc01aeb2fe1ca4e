import { type Partnership, type Role, roleNames } from '../../../core/auth/index.ts'
import { pounds } from '../../../core/ui/format.ts'
import { Button, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle } from '../../../core/ui/parts/index.ts'
import type { ChangeKind } from '../../change-kind.ts'
import { kindNames } from '../../changes/change-words.ts'
import { type FormState, TextField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { limitField } from '../forms.ts'
import { authorityPath, planningPath } from '../paths.ts'
import { approvedKinds, approvingRoles, type DelegatedLimit } from '../standard-authorities.ts'

/** A limit that a colleague saved meanwhile and that differs from what was typed. */
export interface LimitClash {
  readonly role: Role
  readonly kind: ChangeKind
  readonly saved: DelegatedLimit['limitPence'] | undefined
  readonly typed: string
}

export interface AuthorityPageProps {
  readonly partnership: Partnership
  /** What of it the form was opened on. */
  readonly seen: string
  readonly form: FormState
  readonly clashes?: readonly LimitClash[] | undefined
  /** It was just saved. */
  readonly done: boolean
}

/** The form by which approving is delegated: for each kind of change, how much each role may commit. */
export function AuthorityPage({ partnership, seen, form, clashes, done }: AuthorityPageProps) {
  const { slug } = partnership
  const title = 'Who may approve what'
  const mistakes = clashes
    ? [
        { sentence: 'A colleague has delegated otherwise meanwhile. Save again to put yours in place.' },
        ...form.mistakes,
      ]
    : form.mistakes
  return (
    <ContractsPage
      partnership={partnership}
      of="planning"
      title={title}
      mistakes={mistakes.length > 0}
      breadcrumbs={[{ content: 'Planning', href: planningPath(slug) }, { content: title }]}
    >
      {done ? <NotificationBanner type="success">What is delegated is saved.</NotificationBanner> : null}
      <FormMistakes mistakes={mistakes} />
      <PageTitle
        heading={title}
        note="In pounds, over all the years that a change commits. Empty: that role may not approve it; 0: only what commits nothing. It counts from today, and what was approved before stays under the limits of its day."
      />
      {clashes ? <Clashes clashes={clashes} /> : null}
      <form method="post" action={authorityPath(slug)} novalidate>
        <input type="hidden" name="seen" value={seen} />
        <DataTable
          caption="Up to how much each role may approve, by kind of change"
          stack
          columns={[{ heading: 'Change' }, ...approvingRoles.map((role) => ({ heading: roleNames[role], unit: '£' }))]}
          rows={approvedKinds.map((kind) => [
            kindNames[kind],
            ...approvingRoles.map((role) => (
              <TextField
                form={form}
                name={limitField(role, kind)}
                label={`${kindNames[kind]}: ${roleNames[role]}, in pounds`}
                labelHidden
                width={10}
                inputmode="decimal"
              />
            )),
          ])}
        />
        <div class="govuk-button-group m-spaced">
          <Button>Delegate</Button>
          <a class="govuk-link" href={planningPath(slug)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}

function Clashes({ clashes }: { readonly clashes: readonly LimitClash[] }) {
  return (
    <DataTable
      caption="What is saved now, and what you typed"
      stack
      columns={[{ heading: 'Change' }, { heading: 'Role' }, { heading: 'Saved now' }, { heading: 'You typed' }]}
      rows={clashes.map(({ role, kind, saved, typed }) => [
        kindNames[kind],
        roleNames[role],
        saved === undefined ? 'May not' : pounds(saved),
        typed || 'Nothing',
      ])}
    />
  )
}
