import type { Partnership, Role } from '../../auth/index.ts'
import type { Member, TrailEntry } from '../../sign-in/index.ts'
import { BackLink, Button, NotificationBanner } from '../../ui/govuk/index.ts'
import { day, moment } from '../../ui/moment.ts'
import { Facts, PageTitle, Section, Timeline } from '../../ui/parts/index.ts'
import { adminPaths, endPath, personPath } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { type FormMistake, MistakeSummary, mistakeAt } from './mistake-summary.tsx'
import { RoleCheckboxes } from './role-checkboxes.tsx'
import { roleWords } from './role-words.ts'
import { trailWords } from './trail-words.ts'

export interface PersonPageProps {
  readonly partnership: Partnership
  readonly person: Member
  /** The name of the provider they act for, when they do. */
  readonly organisation: string | undefined
  readonly secondStep: boolean
  /** What happened with them at the door and to their rights, newest first. */
  readonly trail: readonly TrailEntry[]
  /** The roles that stand ticked. */
  readonly chosen: readonly Role[]
  readonly mistakes: readonly FormMistake[]
  readonly saved: boolean
}

/** One person: who they are, the roles that they have, what happened, and the end of their access. */
export function PersonPage(props: PersonPageProps) {
  const { partnership, person, organisation, secondStep, trail, mistakes, saved } = props
  const { name, email, since, endedAt, lastSignedInAt, membershipId } = person
  return (
    <AdminPage partnership={partnership} title={name} current="people" mistakes={mistakes.length > 0}>
      <BackLink href={adminPaths.people}>People</BackLink>
      <MistakeSummary mistakes={mistakes} />
      {saved ? (
        <NotificationBanner type="success" text="Their roles have been changed. It holds from their next page on." />
      ) : null}
      <PageTitle
        heading={name}
        note={email}
        actions={
          endedAt ? undefined : (
            <Button href={endPath(membershipId)} classes="govuk-button--secondary">
              End access
            </Button>
          )
        }
      />
      <Facts
        facts={[
          { term: endedAt ? 'Roles until then' : 'Roles', value: roleWords(person.roles, organisation) },
          { term: 'Since', value: day(since) },
          ...(endedAt ? [{ term: 'Access ended', value: day(endedAt) }] : []),
          { term: 'Last signed in', value: lastSignedInAt ? moment(lastSignedInAt) : 'Never' },
          { term: 'Second step', value: secondStep ? 'On' : 'Not set up' },
        ]}
      />
      {endedAt ? null : <Roles {...props} />}
      <Section
        id="history"
        heading="What happened"
        intro={<a href={`${adminPaths.audit}?name=${encodeURIComponent(name)}`}>The whole trail of {name}</a>}
      >
        {trail.length === 0 ? (
          <p>Nothing has been recorded about {name} yet.</p>
        ) : (
          <Timeline
            label={`What happened with ${name}`}
            events={trail.map((entry) => ({
              at: entry.at.toISOString(),
              when: moment(entry.at),
              what: trailWords(entry),
            }))}
          />
        )}
      </Section>
    </AdminPage>
  )
}

function Roles({ partnership, person, organisation, chosen, mistakes }: PersonPageProps) {
  if (organisation !== undefined)
    return (
      <Section id="roles-heading" heading="Roles">
        <p>
          {person.name} acts for {organisation}. Somebody from a provider has that one role; to take it away, end their
          access.
        </p>
      </Section>
    )
  return (
    <Section id="roles-heading" heading="Change roles">
      <form method="post" action={personPath(person.membershipId)} novalidate>
        {person.roles.map((role) => (
          <input type="hidden" name="seen" value={role} />
        ))}
        <RoleCheckboxes
          legend={`What does ${person.name} do for ${partnership.title}?`}
          chosen={chosen}
          errorMessage={mistakeAt(mistakes, 'roles')}
        />
        <Button>Save roles</Button>
      </form>
    </Section>
  )
}
