import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Pagination } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { drillsPath } from '../../paths.ts'
import type { ListedRun } from '../../solving/queries/runs.ts'
import { stateWord } from '../../solving-words.ts'
import type { DrillAsked } from '../drill-asked.ts'
import { drillPath, newDrillPath } from '../paths.ts'
import { DrillFrame } from './drill-frame.tsx'

export interface DrillsPageProps {
  readonly partnership: Partnership
  readonly runs: readonly (Omit<ListedRun, 'asked'> & { readonly asked: DrillAsked })[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly mayRun: boolean
}

/** Every drill that was kept, the newest first. */
export function DrillsPage({ partnership, runs, total, page, pages, mayRun }: DrillsPageProps) {
  const { slug } = partnership
  const link = (to: number) =>
    to < 1 || to > pages
      ? undefined
      : { href: to === 1 ? drillsPath(slug) : `${drillsPath(slug)}?page=${to}`, labelText: `${to} of ${pages}` }
  return (
    <DrillFrame partnership={partnership} title="Failure drills">
      <PageTitle
        heading="Where would everyone go if a provider closed?"
        note="A drill tries a closing out with the hours that others have declared. It changes nothing and tells nobody."
        actions={mayRun ? <Button href={newDrillPath(slug)}>Try out a closing</Button> : undefined}
      />
      {total === 0 ? (
        <EmptyState
          what="Drills are kept here, each with its continuity plan."
          why="None has been run yet."
          link={
            mayRun
              ? { href: newDrillPath(slug), text: 'Run the first drill' }
              : { href: `/${slug}/contracts`, text: 'See the contracts' }
          }
        />
      ) : (
        <Section id="drills" heading={`${number(total)} ${total === 1 ? 'drill is' : 'drills are'} kept`}>
          <DataTable
            caption="Drills, the newest first"
            captionHidden
            columns={[{ heading: 'Run' }, { heading: 'What closes' }, { heading: 'When' }, { heading: 'Found' }]}
            rows={runs.map(({ id, asked, state, words, askedAt, askedByName }) => [
              <>
                <a href={drillPath(slug, id)}>{longDate(londonDate(askedAt))}</a>
                {askedByName ? (
                  <>
                    <br />
                    <small>{askedByName}</small>
                  </>
                ) : null}
              </>,
              asked.called,
              longDate(asked.closesOn),
              words || stateWord[state],
            ])}
          />
          {pages > 1 ? <Pagination previous={link(page - 1)} next={link(page + 1)} /> : null}
        </Section>
      )}
    </DrillFrame>
  )
}
