import type { Partnership } from '../../../core/auth/index.ts'
import { Pagination } from '../../../core/ui/govuk/index.ts'
import { day } from '../../../core/ui/moment.ts'
import { DataTable, EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { contractPath, contractsPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { kindNames, worthText } from '../change-words.ts'
import { changeDetailPath, waitingPath } from '../paths.ts'
import type { ChangeRow } from '../queries/changes.ts'

/** A change that waits, with what it asks in words and who may approve it. */
export interface WaitingChange {
  readonly change: ChangeRow
  readonly title: string
  readonly sentence: string
  readonly yours: boolean
  readonly approvers: string
  readonly moved: boolean
}

export interface WaitingPageProps {
  readonly partnership: Partnership
  readonly waiting: readonly WaitingChange[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The changes that wait for approval: those that the reader may approve first. */
export function WaitingPage({ partnership, waiting, total, page, pages }: WaitingPageProps) {
  const { slug } = partnership
  const yours = waiting.filter((one) => one.yours)
  const heading =
    total === 0
      ? 'No change waits for approval'
      : yours.length === 0
        ? `${total === 1 ? 'One change waits' : `${total} changes wait`} for approval by others`
        : yours.length === 1
          ? 'One change waits for your approval'
          : `${yours.length} changes wait for your approval`
  const rows = (some: readonly WaitingChange[]) =>
    some.map(({ change, title, sentence, approvers, moved }) => [
      <>
        <a href={changeDetailPath(slug, change.id)}>{kindNames[change.kind]}</a>
        <span class="m-under">{sentence}</span>
        {moved ? <span class="m-under m-c-need">The contract was changed after it was asked for.</span> : null}
      </>,
      <>
        {change.kind === 'award' ? (
          change.reference
        ) : (
          <a href={contractPath(slug, change.reference)}>{change.reference}</a>
        )}
        <span class="m-under">{title}</span>
      </>,
      worthText(change.valuePence),
      `${change.askedBy ?? 'Somebody'}, ${day(change.askedAt)}`,
      approvers,
    ])
  return (
    <ContractsPage partnership={partnership} title={heading} breadcrumbs={[{ content: 'Waiting for approval' }]}>
      <PageTitle heading={heading} note="Changes beyond the authority of whoever asked for them." />
      {total === 0 ? (
        <EmptyState
          what="Changes that need somebody else’s authority appear here."
          why="All that were asked for are decided."
          link={{ text: 'The register of contracts', href: contractsPath(slug) }}
        />
      ) : (
        <DataTable
          caption="Changes that wait, the oldest first"
          captionHidden
          columns={[
            { heading: 'Change' },
            { heading: 'Contract' },
            { heading: 'Commits', align: 'number' },
            { heading: 'Asked by' },
            { heading: 'Who may approve' },
          ]}
          rows={[]}
          groups={[
            { heading: 'You may approve', rows: rows(yours) },
            { heading: 'Others may approve', rows: rows(waiting.filter((one) => !one.yours)) },
          ].filter((group) => group.rows.length > 0)}
        />
      )}
      {pages > 1 ? (
        <Pagination
          items={Array.from({ length: pages }, (_, index) => ({
            number: index + 1,
            href: `${waitingPath(slug)}?page=${index + 1}`,
            current: index + 1 === page,
          }))}
        />
      ) : null}
    </ContractsPage>
  )
}
