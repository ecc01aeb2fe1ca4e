import type { Partnership } from '../../auth/index.ts'
import { settingsPath } from '../../settings/index.ts'
import { number } from '../../ui/format.ts'
import { Button } from '../../ui/govuk/index.ts'
import { EmptyState, PageTitle, Section, Tally } from '../../ui/parts/index.ts'
import { adminPaths } from '../paths.ts'
import type { ToDo } from '../queries/to-do.ts'
import { AdminPage } from './admin-page.tsx'

export interface AdminHomePageProps extends ToDo {
  readonly partnership: Partnership
}

/** The first page of the administration: what stands, and what needs somebody. */
export function AdminHomePage({ partnership, ...found }: AdminHomePageProps) {
  const { people, invitationsOpen, mailFailed, unfilled } = found
  const things = thingsToDo(found)
  return (
    <AdminPage partnership={partnership} title={`Administration of ${partnership.title}`} current="home" atTop>
      <PageTitle
        heading={`Administration of ${partnership.title}`}
        note={things.length === 0 ? 'Nothing needs you now.' : undefined}
        actions={<Button href={adminPaths.invite}>Invite someone</Button>}
      />
      <Tally
        label="The administration in figures"
        items={[
          {
            value: number(people),
            what: people === 1 ? 'person with access' : 'people with access',
            href: adminPaths.people,
          },
          {
            value: number(invitationsOpen),
            what: invitationsOpen === 1 ? 'invitation open' : 'invitations open',
            href: adminPaths.invitations,
          },
          {
            value: number(mailFailed),
            what: mailFailed === 1 ? 'message failed' : 'messages failed',
            href: `${adminPaths.mail}?state=failed`,
            tone: mailFailed > 0 ? 'need' : undefined,
          },
          {
            value: number(unfilled.length),
            what: unfilled.length === 1 ? 'setting to fill in' : 'settings to fill in',
            href: adminPaths.settings,
          },
        ]}
      />
      <Section id="to-do" heading="What there is to do">
        {things.length === 0 ? (
          <EmptyState
            what="Expired invitations, mail that failed and settings to fill in appear here."
            why="There is none of it now."
            link={{ text: 'See who has access', href: adminPaths.people }}
          />
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {things.map(({ sentence, link, href }) => (
              <li>
                {sentence} <a href={href}>{link}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </AdminPage>
  )
}

interface Thing {
  readonly sentence: string
  readonly link: string
  readonly href: string
}

function thingsToDo(found: ToDo): Thing[] {
  const { administrators, invitationsExpired, mailFailed, mailWaiting, unfilled } = found
  const things: (Thing | false)[] = [
    mailFailed > 0 && {
      sentence:
        mailFailed === 1
          ? 'One message could not be delivered and is not tried any more.'
          : `${number(mailFailed)} messages could not be delivered and are not tried any more.`,
      link: 'See why',
      href: `${adminPaths.mail}?state=failed`,
    },
    mailWaiting > 0 && {
      sentence:
        mailWaiting === 1 ? 'One message waits to be sent.' : `${number(mailWaiting)} messages wait to be sent.`,
      link: 'See what waits',
      href: `${adminPaths.mail}?state=waiting`,
    },
    invitationsExpired > 0 && {
      sentence:
        invitationsExpired === 1
          ? 'One invitation has expired before it was accepted.'
          : `${number(invitationsExpired)} invitations have expired before they were accepted.`,
      link: 'Send again or withdraw',
      href: `${adminPaths.invitations}#expired`,
    },
    administrators === 1 && {
      sentence: 'There is one administrator only: when that person is away, nobody can let anyone in.',
      link: 'See the people',
      href: adminPaths.people,
    },
  ]
  return [
    ...things.filter((thing) => thing !== false),
    ...unfilled.map(({ section, field, what }) => ({
      sentence: `The settings do not yet say ${what}.`,
      link: 'Fill it in',
      href: `${settingsPath(section)}#${field}`,
    })),
  ]
}
