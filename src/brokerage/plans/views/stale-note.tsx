import { InsetText } from '../../../core/ui/govuk/index.ts'
import { packagePath } from '../../paths.ts'
import { packageStateWords } from '../../requests/care-words.ts'
import type { StandingNow } from '../queries/plan-content.ts'
import { changedSince } from '../stale.ts'
import type { FoundPlan } from './plan-props.ts'

interface StaleNoteProps {
  readonly run: FoundPlan
  readonly standing: ReadonlyMap<string, StandingNow>
  readonly slug: string
}

/** How many changed packages are named. */
const mostNamed = 12

/** What has become otherwise since the plan was made; nothing while all is as it was. */
export function StaleNote({ run: { input }, standing, slug }: StaleNoteProps) {
  const { gone, changed } = changedSince(input.packages, standing)
  if (gone.length + changed.length === 0) return null
  const names = (some: typeof gone) =>
    some.slice(0, mostNamed).map(({ reference, state }, at) => (
      <>
        {at > 0 ? ', ' : ''}
        <a href={packagePath(slug, reference)}>{reference}</a>
        {state === null ? '' : ` (${packageStateWords[state].toLowerCase()})`}
      </>
    ))
  const more = (some: typeof gone) => (some.length > mostNamed ? ` and ${some.length - mostNamed} more` : '')
  return (
    <InsetText>
      {gone.length > 0 ? (
        <p>
          No longer waiting since this plan: {names(gone)}
          {more(gone)}.
        </p>
      ) : null}
      {changed.length > 0 ? (
        <p>
          Changed since, and still waiting: {names(changed)}
          {more(changed)}.
        </p>
      ) : null}
      <p>Ask again for a plan of how things stand now.</p>
    </InsetText>
  )
}
