import type { Partnership } from '../../../core/auth/index.ts'
import { Button, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { DateField, type FormState, TextField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { CommitteeDate } from '../committee-date.ts'
import { committeesPath, planningPath } from '../paths.ts'
import { MeetingsTable } from './meetings-table.tsx'

export interface CommitteesPageProps {
  readonly partnership: Partnership
  readonly meetings: readonly CommitteeDate[]
  readonly inAll: number
  readonly form: FormState
  /** Where files are imported, for those who may. */
  readonly importHref: string | undefined
  readonly done: string | undefined
}

/** Meetings of committees: add one, take one away, or bring in a file of them. */
export function CommitteesPage({ partnership, meetings, inAll, form, importHref, done }: CommitteesPageProps) {
  const { slug } = partnership
  const title = 'Meetings of committees'
  return (
    <ContractsPage
      partnership={partnership}
      of="planning"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'Planning', href: planningPath(slug) }, { content: title }]}
    >
      {done ? <NotificationBanner type="success">{done}</NotificationBanner> : null}
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={title}
        note="A step that a committee ends is worked back to the day by which papers are in for the last meeting that is early enough."
      />
      <Section id="add" heading="Add a meeting">
        <form method="post" action={committeesPath(slug)} novalidate class="m-read">
          <TextField form={form} name="committee" label="Committee" hint="As the steps name it" width={20} />
          <DateField form={form} name="on" label="Day of the meeting" hint="For example, 28 1 2027" />
          <DateField form={form} name="papersBy" label="Day by which papers are in" />
          <Button>Add the meeting</Button>
        </form>
        {importHref ? (
          <p>
            A year of meetings at once: <a href={importHref}>import a file of committee dates</a>.
          </p>
        ) : null}
      </Section>
      <Section
        id="meetings"
        heading={inAll === 1 ? 'One meeting to come is known' : `${inAll} meetings to come are known`}
      >
        {meetings.length > 0 ? (
          <MeetingsTable meetings={meetings} inAll={inAll} removeFor={slug} />
        ) : (
          <EmptyState
            what="Meetings appear here."
            why="None is known that is still to come, so steps are worked back without them."
            link={{ text: 'How decision dates are worked out', href: planningPath(slug) }}
          />
        )}
      </Section>
    </ContractsPage>
  )
}
