import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, State, type StateKind } from '../../../core/ui/parts/index.ts'
import { contractsPath } from '../../register/paths.ts'
import { Pages } from '../../register/views/pages.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { newUpliftPath, upliftPath, upliftsPath } from '../paths.ts'
import type { ListedRound } from '../queries/rounds.ts'
import { roundsPerPage, stateWords, type UpliftRound } from '../round.ts'
import { changeWords, scopeWords } from '../uplift-terms.ts'
import { pricesCount } from './model-lines.tsx'

export interface UpliftsPageProps {
  readonly partnership: Partnership
  readonly rounds: readonly ListedRound[]
  readonly total: number
  /** Rounds that wait to be applied. */
  readonly waiting: number
  readonly page: number
  readonly mayDraft: boolean
}

const stateKinds: Record<UpliftRound['state'], StateKind> = {
  draft: 'current',
  applied: 'done',
  dropped: 'stopped',
}

/** The rounds of uplift of a partnership, the newest first. */
export function UpliftsPage({ partnership, rounds, total, waiting, page, mayDraft }: UpliftsPageProps) {
  const { slug } = partnership
  const heading = headingOf(total, waiting)
  const make = { text: 'Start a round', href: newUpliftPath(slug) }
  return (
    <ContractsPage partnership={partnership} title={heading} of="uplifts">
      <PageTitle
        heading={heading}
        note="A round raises many prices in one step: it is worked out first, against caps and wages, and changes nothing until it is applied."
        actions={mayDraft && total > 0 ? <Button href={make.href}>{make.text}</Button> : undefined}
      />
      {total === 0 ? (
        <EmptyState
          what="Rounds of uplift stand here, with what each did to which price."
          why="None has been started yet."
          link={mayDraft ? make : { text: 'The register of contracts', href: contractsPath(slug) }}
        />
      ) : (
        <>
          <DataTable
            caption="Rounds of uplift, the newest first"
            captionHidden
            columns={[
              { heading: 'Round' },
              { heading: 'Prices of' },
              { heading: 'By how much' },
              { heading: 'From' },
              { heading: 'State' },
            ]}
            rows={rounds.map((round) => [
              <>
                <a href={upliftPath(slug, round.reference)}>{round.title}</a>
                <small class="m-under">{round.reference}</small>
              </>,
              scopeWords(round.terms.scope),
              changeWords(round.terms.change),
              longDate(round.from),
              <>
                <State kind={stateKinds[round.state]} word={stateWords[round.state]} />
                {round.state === 'applied' ? <small class="m-under">{pricesCount(round.lines)}</small> : null}
              </>,
            ])}
          />
          <Pages address={upliftsPath(slug)} page={page} length={roundsPerPage} total={total} label="Pages of rounds" />
        </>
      )}
    </ContractsPage>
  )
}

function headingOf(total: number, waiting: number): string {
  if (total === 0) return 'No round of uplift yet'
  if (waiting > 0)
    return waiting === 1 ? 'One round is not applied yet' : `${number(waiting)} rounds are not applied yet`
  return total === 1 ? 'One round of uplift is settled' : `All ${number(total)} rounds of uplift are settled`
}
