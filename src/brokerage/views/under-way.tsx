import type { Content } from '../../core/ui/govuk/index.ts'
import { EmptyState, State } from '../../core/ui/parts/index.ts'
import { isAtWork, type SolveRun } from '../solving/solve-run.ts'
import { stateWord } from '../solving-words.ts'

export interface RunRegionProps {
  readonly run: Pick<SolveRun, 'state'>
  readonly address: string
  /** Where the page hears that it goes on. */
  readonly live: string
  readonly children: Content
}

/** What a page tells of a run: it is told anew as long as the run is at work. */
export function RunRegion({ run, address, live, children }: RunRegionProps) {
  return isAtWork(run.state) ? (
    <div id="run" data-live={live} data-from={address}>
      {children}
    </div>
  ) : (
    <div id="run">{children}</div>
  )
}

export interface UnderWayProps {
  readonly run: Pick<SolveRun, 'state'>
  readonly address: string
  /** How far it is, in a sentence. */
  readonly done: string | undefined
  /** Why nothing came of it. */
  readonly failed: string
  readonly back: { readonly href: string; readonly text: string }
}

/** What stands in place of a result while it is worked out, or when there will be none. */
export function UnderWay({ run: { state }, address, done, failed, back }: UnderWayProps) {
  if (!isAtWork(state)) return <EmptyState what={stateWord[state]} why={failed} link={back} />
  return (
    <>
      <p>
        <State kind="current" word={stateWord[state]} />
      </p>
      <p data-announce="">{done ?? 'It takes some seconds.'}</p>
      <p>
        <a href={address}>See how far it is now</a>
      </p>
    </>
  )
}
