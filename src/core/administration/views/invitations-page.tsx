import type { Partnership } from '../../auth/index.ts'
import type { Invitation } from '../../sign-in/index.ts'
import { Button, NotificationBanner } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import { adminPaths } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { roleWords } from './role-words.ts'

export interface InvitationsPageProps {
  readonly partnership: Partnership
  readonly invitations: readonly Invitation[]
  /** Names of the organisations for which providers' people are invited. */
  readonly names: ReadonlyMap<Id, string>
  readonly now: Date
  /** Whether mail is sent at all; otherwise the link stands on the page about mail. */
  readonly mailGoes: boolean
  /** The invitations just sent and just withdrawn. */
  readonly sent: string | undefined
  readonly withdrawn: string | undefined
}

/** The invitations that stand open, those that have expired, and what became of the others. */
export function InvitationsPage(props: InvitationsPageProps) {
  const { partnership, invitations, now } = props
  const pending = invitations.filter(({ acceptedAt, withdrawnAt }) => !acceptedAt && !withdrawnAt)
  const open = pending.filter(({ expiresAt }) => expiresAt > now)
  const expired = pending.filter(({ expiresAt }) => expiresAt <= now)
  const settled = invitations.filter(({ acceptedAt, withdrawnAt }) => acceptedAt || withdrawnAt)
  return (
    <AdminPage partnership={partnership} title="Invitations" current="invitations" atTop>
      <News {...props} />
      <PageTitle
        heading="Invitations"
        note="An invitation works once, for seven days. Sending it again makes a new link, and the old one stops working."
        actions={<Button href={adminPaths.invite}>Invite someone</Button>}
      />
      <Section id="open" heading={open.length === 1 ? 'One is open' : `${open.length} are open`}>
        {open.length === 0 ? (
          <EmptyState
            what="Invitations that have not been accepted yet appear here."
            why="There is none."
            link={{ text: 'Invite someone', href: adminPaths.invite }}
          />
        ) : (
          <Pending {...props} caption="Open invitations" invitations={open} until="Works until" />
        )}
      </Section>
      {expired.length > 0 ? (
        <Section
          id="expired"
          heading={expired.length === 1 ? 'One has expired' : `${expired.length} have expired`}
          intro="The link in the message no longer works."
        >
          <Pending {...props} caption="Expired invitations" invitations={expired} until="Worked until" />
        </Section>
      ) : null}
      {settled.length > 0 ? (
        <Section id="settled" heading="What became of earlier ones">
          <DataTable
            caption="Invitations accepted, withdrawn or replaced, newest first"
            columns={[{ heading: 'Name' }, { heading: 'As' }, { heading: 'Invited' }, { heading: 'Outcome' }]}
            rows={settled.map((invitation) => [
              <Who {...invitation} />,
              asWhat(invitation, props.names),
              moment(invitation.invitedAt),
              outcome(invitation),
            ])}
          />
        </Section>
      ) : null}
    </AdminPage>
  )
}

function News({ invitations, sent, withdrawn, mailGoes }: InvitationsPageProps) {
  const invited = invitations.find(({ id }) => id === sent)
  if (invited)
    return (
      <NotificationBanner type="success">
        <p class="govuk-notification-banner__heading">
          {invited.name} is invited. {mailGoes ? `A message goes to ${invited.email}.` : 'No mail leaves this service.'}{' '}
          {mailGoes ? null : (
            <a class="govuk-notification-banner__link" href={adminPaths.mail}>
              See the message with its link
            </a>
          )}
        </p>
      </NotificationBanner>
    )
  const taken = invitations.find(({ id }) => id === withdrawn)
  return taken ? <NotificationBanner type="success" text={`The invitation of ${taken.name} is withdrawn.`} /> : null
}

interface PendingProps extends InvitationsPageProps {
  readonly caption: string
  readonly until: string
}

const Pending = ({ caption, until, invitations, names }: PendingProps) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[{ heading: 'Name' }, { heading: 'As' }, { heading: until }, { heading: 'What to do' }]}
    rows={invitations.map((invitation) => [
      <Who {...invitation} />,
      asWhat(invitation, names),
      moment(invitation.expiresAt),
      <div class="m-btns">
        <Act invitation={invitation} act="again" words="Send again" />
        <Act invitation={invitation} act="withdraw" words="Withdraw" />
      </div>,
    ])}
  />
)

interface ActProps {
  readonly invitation: Invitation
  readonly act: 'again' | 'withdraw'
  readonly words: string
}

const Act = ({ invitation: { id, name }, act, words }: ActProps) => (
  <form method="post" action={`${adminPaths.invitations}/${id}/${act}`}>
    <button class="m-linklike" type="submit">
      {words}
      <span class="m-vh"> the invitation of {name}</span>
    </button>
  </form>
)

const Who = ({ name, email }: Pick<Invitation, 'name' | 'email'>) => (
  <>
    {name}
    <br />
    <small>{email}</small>
  </>
)

const asWhat = ({ roles, organisationId }: Invitation, names: ReadonlyMap<Id, string>): string =>
  roleWords(roles, organisationId ? (names.get(organisationId) ?? 'a provider') : undefined)

const outcome = ({ acceptedAt, withdrawnAt }: Invitation): string =>
  acceptedAt
    ? `Accepted, ${moment(acceptedAt)}`
    : `Withdrawn or replaced by a newer one, ${withdrawnAt ? moment(withdrawnAt) : ''}`
