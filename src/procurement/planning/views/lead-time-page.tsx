import type { Partnership } from '../../../core/auth/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle } from '../../../core/ui/parts/index.ts'
import { DefaultButton } from '../../changes/views/default-button.tsx'
import { ChoiceField, type FormState, TextField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import type { ContractKind } from '../../contract-kind.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { stepRows } from '../forms.ts'
import type { LeadTime } from '../lead-time.ts'
import { leadTimePath, planningPath } from '../paths.ts'
import { stepUnits } from '../step.ts'
import { lengthWords, unitNames } from '../step-words.ts'
import { kindName } from './planning-page.tsx'

export interface LeadTimePageProps {
  readonly partnership: Partnership
  readonly kind: ContractKind | ''
  /** What counts for the kind now. */
  readonly standing: LeadTime | undefined
  /** What of it the form was opened on. */
  readonly seen: string
  readonly form: FormState
  /** A colleague saved other steps meanwhile. */
  readonly clash?: boolean | undefined
  /** Committees of which meetings are known. */
  readonly committees: readonly string[]
}

const units = stepUnits.map((value) => ({ value, text: unitNames[value] }))

/** The form of the steps of one kind of contract. */
export function LeadTimePage({ partnership, kind, standing, seen, form, clash, committees }: LeadTimePageProps) {
  const { slug } = partnership
  const title = `Steps: ${kindName(kind)}`
  const own = standing !== undefined && !standing.standard && standing.kind === kind
  const mistakes = clash
    ? [
        { sentence: 'A colleague has saved other steps meanwhile. Save again to put yours in their place.' },
        ...form.mistakes,
      ]
    : form.mistakes
  return (
    <ContractsPage
      partnership={partnership}
      of="planning"
      title={title}
      mistakes={mistakes.length > 0}
      breadcrumbs={[{ content: 'Planning', href: planningPath(slug) }, { content: kindName(kind) }]}
    >
      <FormMistakes mistakes={mistakes} />
      <PageTitle heading={title} note={noteOf(standing, kind)} />
      {clash && standing ? <StandingSteps standing={standing} /> : null}
      <form method="post" action={leadTimePath(slug, kind)} novalidate>
        <DefaultButton />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="rows" value={String(stepRows(form.typed))} />
        <TextField
          form={form}
          name="name"
          label="What it is called"
          hint="For example, Tender of a contract"
          width={20}
        />
        <DataTable
          caption="Steps in their order, a row each; empty rows are left out"
          stack
          columns={[
            { heading: 'Step' },
            { heading: 'What is done' },
            { heading: 'Takes' },
            { heading: 'Counted in' },
            { heading: 'Then this committee decides' },
          ]}
          rows={Array.from({ length: stepRows(form.typed) }, (_, index) => {
            const row = index + 1
            const field = (name: string) => ({ form, name: `step-${row}-${name}`, labelHidden: true })
            return [
              String(row),
              <TextField {...field('name')} label={`Step ${row}: what is done`} width={20} />,
              <TextField {...field('amount')} label={`Step ${row}: how long it takes`} width={3} inputmode="numeric" />,
              <ChoiceField {...field('unit')} label={`Step ${row}: counted in`} choices={units} />,
              <TextField {...field('committee')} label={`Step ${row}: the committee that decides then`} width={20} />,
            ]
          })}
        />
        <p class="m-2">
          {committees.length > 0
            ? `Meetings are known of: ${committees.join(', ')}. Write a committee as it stands there.`
            : 'No meetings of committees are known yet: steps are worked back without them until they are.'}
        </p>
        <div class="govuk-button-group">
          <Button name="do" value="save">
            Save
          </Button>
          <Button name="do" value="rows" classes="govuk-button--secondary">
            More rows
          </Button>
          {own ? (
            <Button name="do" value="standard" classes="govuk-button--secondary">
              Go back to the standard
            </Button>
          ) : null}
          <a class="govuk-link" href={planningPath(slug)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}

function noteOf(standing: LeadTime | undefined, kind: ContractKind | ''): string {
  const after = 'Saved steps count from today; what a decision was worked back by before is kept.'
  if (!standing) return after
  if (standing.kind !== kind)
    return `It has none of its own and goes by those for every other kind, shown here. ${after}`
  return standing.standard ? `These are the standard steps, until you save your own. ${after}` : after
}

function StandingSteps({ standing: { name, steps } }: { readonly standing: LeadTime }) {
  return (
    <DataTable
      caption={`What is saved now: ${name}`}
      columns={[{ heading: 'What is done' }, { heading: 'Takes' }, { heading: 'Then this committee decides' }]}
      rows={steps.map((step) => [step.name, lengthWords(step), step.committee ?? 'None'])}
    />
  )
}
