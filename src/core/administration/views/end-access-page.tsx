import type { Partnership } from '../../auth/index.ts'
import type { Member } from '../../sign-in/index.ts'
import { BackLink, Button, WarningText } from '../../ui/govuk/index.ts'
import { PageTitle } from '../../ui/parts/index.ts'
import { endPath, personPath } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { type FormMistake, MistakeSummary } from './mistake-summary.tsx'

export interface EndAccessPageProps {
  readonly partnership: Partnership
  readonly person: Member
  /** The administrator is about to end their own. */
  readonly own: boolean
  readonly mistakes: readonly FormMistake[]
}

/** Asks once more before somebody's access ends. */
export function EndAccessPage({ partnership, person, own, mistakes }: EndAccessPageProps) {
  const { name, membershipId } = person
  const title = own ? 'End your own access' : `End the access of ${name}`
  return (
    <AdminPage partnership={partnership} title={title} current="people" mistakes={mistakes.length > 0}>
      <BackLink href={personPath(membershipId)}>{name}</BackLink>
      <MistakeSummary mistakes={mistakes} />
      <PageTitle heading={title} />
      <div class="m-read">
        {own ? <WarningText>You will not be able to come back in by yourself.</WarningText> : null}
        <p>
          {own ? 'You' : name} will be signed out at once and can no longer act for{' '}
          {person.organisationId ? 'this provider' : partnership.title}. What {own ? 'you' : 'they'} did stays recorded
          under {own ? 'your' : 'their'} name. Access for other partnerships is not touched.
        </p>
        <p>To let {own ? 'you' : 'them'} in again, an administrator sends a new invitation.</p>
        <form method="post" action={endPath(membershipId)}>
          <div class="govuk-button-group">
            <Button classes="govuk-button--warning">End access</Button>
            <a class="govuk-link" href={personPath(membershipId)}>
              Cancel
            </a>
          </div>
        </form>
      </div>
    </AdminPage>
  )
}
