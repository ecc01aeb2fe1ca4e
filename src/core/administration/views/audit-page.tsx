import type { Partnership } from '../../auth/index.ts'
import type { TrailEntry } from '../../sign-in/index.ts'
import { Input, Pagination, Select } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { DataTable, EmptyState, FilterPanel, PageTitle, withQuery } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import { adminPaths } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import type { AuditFilter } from './audit-filter.ts'
import { MistakeSummary } from './mistake-summary.tsx'
import { rolesInWords } from './trail-words.ts'

export interface AuditPageProps {
  readonly partnership: Partnership
  readonly filter: AuditFilter
  /** What is wrong with the filter. */
  readonly problem: string | undefined
  readonly entries: readonly TrailEntry[]
  /** The entry after which older ones go on. */
  readonly older: Id | undefined
  /** Whether this is the newest part. */
  readonly newest: boolean
  readonly address: string
}

/** The trail of sign-ins and rights: who came in from where, and who gave whom which roles. */
export function AuditPage(props: AuditPageProps) {
  const { partnership, filter, problem, entries, older, newest, address } = props
  const narrowed = Boolean(filter.name || filter.kind || filter.from || filter.to)
  return (
    <AdminPage
      partnership={partnership}
      title="Sign-ins and rights"
      current="audit"
      atTop
      mistakes={problem !== undefined}
    >
      <MistakeSummary mistakes={problem ? [{ sentence: problem, field: 'from' }] : []} />
      <PageTitle
        heading="Sign-ins and rights"
        note="Who came in, from where, and who gave whom which roles. Sign-ins are kept for 400 days, changes of rights for good."
      />
      <FilterPanel
        label="Filter the trail"
        action={adminPaths.audit}
        result={resultOf(props)}
        clear={{ text: 'The whole trail', href: adminPaths.audit }}
        chosen={narrowed ? [{ text: 'This filter', href: adminPaths.audit }] : []}
        links={[
          {
            text: 'These entries as CSV',
            href: withQuery(address.replace(adminPaths.audit, adminPaths.auditFile), { before: undefined }),
          },
        ]}
      >
        <Input name="name" type="search" label="Name" value={filter.name} />
        <Select
          name="kind"
          label="What"
          value={filter.kind ?? ''}
          items={[
            { text: 'Sign-ins and rights', value: '' },
            { text: 'Sign-ins', value: 'door' },
            { text: 'Rights', value: 'rights' },
          ]}
        />
        <Input name="from" label="From" value={filter.from} attributes={{ type: 'date' }} />
        <Input name="to" label="To" value={filter.to} attributes={{ type: 'date' }} />
      </FilterPanel>
      {entries.length === 0 ? (
        <EmptyState
          what={narrowed ? 'Nothing in the trail matches this filter.' : 'Sign-ins and changes of rights appear here.'}
          why={narrowed ? 'Names are searched for the letters that you type.' : 'Nothing has happened yet.'}
          link={
            narrowed
              ? { text: 'The whole trail', href: adminPaths.audit }
              : { text: 'Invite someone', href: adminPaths.invite }
          }
        />
      ) : (
        <TrailTable entries={entries} />
      )}
      {older || !newest ? (
        <Pagination
          landmarkLabel="Parts of the trail"
          previous={
            newest ? undefined : { href: withQuery(address, { before: undefined }), labelText: 'The newest entries' }
          }
          next={older ? { href: withQuery(address, { before: older }), labelText: 'Older entries' } : undefined}
        />
      ) : null}
    </AdminPage>
  )
}

const resultOf = ({ entries, older, newest }: AuditPageProps): string => {
  const shown = entries.length === 1 ? 'One entry' : `${entries.length} entries`
  if (older) return newest ? `The newest ${entries.length} entries` : `${shown}; there are older ones`
  return newest ? shown : `${shown}, the oldest`
}

const TrailTable = ({ entries }: { readonly entries: readonly TrailEntry[] }) => (
  <DataTable
    caption="Sign-ins and changes of rights, newest first"
    captionHidden
    stack
    columns={[{ heading: 'When' }, { heading: 'Who' }, { heading: 'What' }]}
    rows={entries.map((entry) => [
      moment(entry.at),
      entry.byName ?? (entry.kind === 'door' ? 'Somebody' : 'A command on the machine'),
      <What {...entry} />,
    ])}
  />
)

function What({ kind, words, byName, subjectName, roles, browser, address }: TrailEntry) {
  const about = kind === 'rights' && subjectName && subjectName !== byName ? `: ${subjectName}` : ''
  const detail =
    kind === 'door' ? [browser, address && `from ${address}`].filter(Boolean).join(', ') : rolesInWords(roles ?? [])
  return (
    <>
      {words}
      {about}
      {detail === '' ? null : (
        <>
          <br />
          <small>{detail}</small>
        </>
      )}
    </>
  )
}
