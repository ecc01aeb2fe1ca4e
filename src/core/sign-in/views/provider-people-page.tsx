import { NotificationBanner } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { DataTable, EmptyState, Section } from '../../ui/parts/index.ts'
import { paths } from '../paths.ts'
import type { WaitingInvitation } from '../queries/waiting-invitations.ts'
import { Frame } from './frame.tsx'

export interface ProviderPeoplePageProps {
  readonly organisation: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly since: Date
  }[]
  readonly waiting: readonly WaitingInvitation[]
  readonly demonstration: boolean
  /** Whose invitation was just answered. */
  readonly done: { readonly agreed: string | undefined; readonly refused: string | undefined }
}

/** Who acts for a provider, and who waits for one of them to agree. */
export function ProviderPeoplePage({ organisation, people, waiting, demonstration, done }: ProviderPeoplePageProps) {
  return (
    <Frame
      title="People who act for us"
      lead={`Everyone here sees all that ${organisation} has with every partnership.`}
      demonstration={demonstration}
      back={{ text: 'Your account', href: paths.account }}
    >
      {done.agreed ? (
        <NotificationBanner type="success" text={`${done.agreed} may now accept the invitation.`} />
      ) : null}
      {done.refused ? (
        <NotificationBanner type="success" text={`The invitation of ${done.refused} is withdrawn.`} />
      ) : null}
      <Section id="waiting" heading="Waiting for one of you to agree">
        {waiting.length === 0 ? (
          <EmptyState
            what="When a partnership invites somebody to act for you, they wait here until one of you agrees."
            why="Nobody waits."
            link={{ text: 'Your account', href: paths.account }}
          />
        ) : (
          <DataTable
            caption="People invited, who wait"
            captionHidden
            columns={[{ heading: 'Name' }, { heading: 'Invited by' }, { heading: 'What to do' }]}
            rows={waiting.map((invitation) => [
              <>
                {invitation.name}
                <br />
                <small>{invitation.email}</small>
              </>,
              `${invitation.inviting}, ${moment(invitation.invitedAt)}`,
              <div class="m-btns">
                <Answer invitation={invitation} answer="agree" words="Agree" />
                <Answer invitation={invitation} answer="refuse" words="Refuse" />
              </div>,
            ])}
          />
        )}
      </Section>
      <Section id="now" heading="Those who do now">
        {people.length === 0 ? (
          <p>Nobody with an account of their own.</p>
        ) : (
          <DataTable
            caption="People who act for this provider"
            captionHidden
            columns={[{ heading: 'Name' }, { heading: 'Email address' }, { heading: 'Since' }]}
            rows={people.map(({ name, email, since }) => [name, email, moment(since)])}
          />
        )}
      </Section>
    </Frame>
  )
}

interface AnswerProps {
  readonly invitation: WaitingInvitation
  readonly answer: 'agree' | 'refuse'
  readonly words: string
}

const Answer = ({ invitation: { id, name }, answer, words }: AnswerProps) => (
  <form method="post" action={`${paths.providerPeople}/${id}/${answer}`}>
    <button class="m-linklike" type="submit">
      {words}
      <span class="m-vh"> to {name} acting for us</span>
    </button>
  </form>
)
