import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Pagination } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import type { ListedRun } from '../../solving/queries/runs.ts'
import { isAtWork } from '../../solving/solve-run.ts'
import { stateWord } from '../../solving-words.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { newPlanPath, planPath, plansPath } from '../paths.ts'

export interface PlansPageProps {
  readonly partnership: Partnership
  readonly runs: readonly ListedRun[]
  readonly page: number
  readonly pages: number
  readonly mayPlace: boolean
}

/** The plans that were asked for, the newest first. */
export function PlansPage({ partnership, runs, page, pages, mayPlace }: PlansPageProps) {
  const { slug } = partnership
  const heading = 'Plans of the waiting list'
  const at = (one: number) => ({
    href: one === 1 ? plansPath(slug) : `${plansPath(slug)}?page=${one}`,
    labelText: `${number(one)} of ${number(pages)}`,
  })
  return (
    <BrokeragePage partnership={partnership} of="plans" title={heading} breadcrumbs={[{ content: 'Plans' }]}>
      <PageTitle
        heading={heading}
        note="Who could take everybody who waits, all looked at together. A plan places nobody: offers go by the rules."
        actions={mayPlace ? <Button href={newPlanPath(slug)}>Ask for a plan</Button> : undefined}
      />
      {runs.length === 0 ? (
        <EmptyState
          what="Plans that were asked for appear here, each with what it was worked out from."
          why="Nobody has asked for one yet."
          link={
            mayPlace
              ? { text: 'Ask for a plan', href: newPlanPath(slug) }
              : { text: 'Back to the desk', href: `/${slug}/desk` }
          }
        />
      ) : (
        <DataTable
          caption="Plans, the newest first"
          captionHidden
          columns={[{ heading: 'Asked' }, { heading: 'By' }, { heading: 'What came of it' }, { heading: 'After' }]}
          rows={runs.map((run) => [
            <a href={planPath(slug, run.id)}>{moment(run.askedAt)}</a>,
            run.askedByName ?? 'Somebody who has left',
            isAtWork(run.state) ? stateWord[run.state] : run.words,
            run.follows ? (
              <a href={planPath(slug, run.follows)}>An earlier plan</a>
            ) : (
              `${longDate(londonDate(run.askedAt))}, new`
            ),
          ])}
        />
      )}
      {pages > 1 ? (
        <Pagination previous={page > 1 ? at(page - 1) : undefined} next={page < pages ? at(page + 1) : undefined} />
      ) : null}
    </BrokeragePage>
  )
}
