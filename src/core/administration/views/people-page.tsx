import { type Partnership, roleNames, staffRoles } from '../../auth/index.ts'
import type { Member, MemberFilter } from '../../sign-in/index.ts'
import { number } from '../../ui/format.ts'
import { Button, Input, NotificationBanner, Select } from '../../ui/govuk/index.ts'
import { day } from '../../ui/moment.ts'
import { DataTable, EmptyState, FilterPanel, PageTitle, withQuery } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import { rowsShown } from '../page-of.ts'
import { adminPaths, personPath } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { Pages } from './pages.tsx'
import { roleWords } from './role-words.ts'

export interface PeoplePageProps {
  readonly partnership: Partnership
  readonly members: readonly Member[]
  readonly total: number
  /** Names of the organisations of providers' people. */
  readonly names: ReadonlyMap<Id, string>
  /** Those who have a second step, by the sign-in library's identifiers. */
  readonly secondSteps: ReadonlySet<string>
  readonly filter: MemberFilter
  readonly page: number
  readonly address: string
  /** What was just done: `ended`, `invited`. */
  readonly done: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  ended: 'Their access has ended, and they have been signed out.',
}

/** Everyone whom the partnership answers for, narrowed by name, role and whether they still have access. */
export function PeoplePage(props: PeoplePageProps) {
  const { partnership, members, total, filter, page, address, done } = props
  const words = doneWords[done ?? '']
  const narrowed = Boolean(filter.search || filter.role || filter.ended)
  return (
    <AdminPage partnership={partnership} title="People" current="people" atTop>
      {words ? <NotificationBanner type="success" text={words} /> : null}
      <PageTitle
        heading="People"
        note={`Everyone who works for ${partnership.title} here, and the people of providers whom it invited.`}
        actions={<Button href={adminPaths.invite}>Invite someone</Button>}
      />
      <FilterPanel
        label="Filter the people"
        action={adminPaths.people}
        result={total === 1 ? 'One person' : `${number(total)} people`}
        chosen={chosen(filter, address)}
        clear={{ text: 'Everyone with access', href: adminPaths.people }}
      >
        <Input name="search" type="search" label="Name or email" value={filter.search ?? ''} />
        <Select
          name="role"
          label="Role"
          value={filter.role ?? ''}
          items={[
            { text: 'Any role', value: '' },
            ...[...staffRoles, 'provider' as const].map((role) => ({ text: roleNames[role], value: role })),
          ]}
        />
        <Select
          name="ended"
          label="Access"
          value={filter.ended ? 'yes' : ''}
          items={[
            { text: 'Has access', value: '' },
            { text: 'Access has ended', value: 'yes' },
          ]}
        />
      </FilterPanel>
      {members.length === 0 ? (
        <EmptyState
          what={narrowed ? 'Nobody matches this filter.' : 'People with access appear here.'}
          why={
            narrowed
              ? 'Names and email addresses are searched for the letters that you type.'
              : 'Nobody has been invited yet.'
          }
          link={
            narrowed
              ? { text: 'Everyone with access', href: adminPaths.people }
              : { text: 'Invite someone', href: adminPaths.invite }
          }
        />
      ) : (
        <>
          <PeopleTable {...props} />
          <Pages address={address} page={page} total={total} />
        </>
      )}
    </AdminPage>
  )
}

function PeopleTable({ members, total, names, secondSteps, filter, page }: PeoplePageProps) {
  return (
    <DataTable
      caption={`People ${rowsShown(page, members.length, total)}, by name`}
      columns={[
        { heading: 'Name' },
        { heading: 'Roles' },
        { heading: filter.ended ? 'Ended' : 'Since' },
        { heading: 'Last signed in' },
        { heading: 'Second step' },
      ]}
      rows={members.map((person) => [
        <>
          <a href={personPath(person.membershipId)}>{person.name}</a>
          <br />
          <small>{person.email}</small>
        </>,
        roleWords(person.roles, person.organisationId ? (names.get(person.organisationId) ?? 'a provider') : undefined),
        day(person.endedAt ?? person.since),
        person.lastSignedInAt ? day(person.lastSignedInAt) : 'Never',
        person.userId && secondSteps.has(person.userId) ? 'On' : 'Not set up',
      ])}
    />
  )
}

const chosen = ({ search, role, ended }: MemberFilter, address: string) => {
  const without = (name: string) => withQuery(address, { [name]: undefined, page: undefined, done: undefined })
  return [
    ...(search ? [{ text: `“${search}”`, href: without('search') }] : []),
    ...(role ? [{ text: roleNames[role], href: without('role') }] : []),
    ...(ended ? [{ text: 'Access has ended', href: without('ended') }] : []),
  ]
}
