import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { drillsPath } from '../../paths.ts'
import { isAtWork } from '../../solving/solve-run.ts'
import { SteerRun } from '../../views/steer-run.tsx'
import { RunRegion, UnderWay } from '../../views/under-way.tsx'
import { partKey } from '../drill-asked.ts'
import { closingWords, drillHeading } from '../drill-words.ts'
import { continuityPath, drillFilePath, drillPath, newDrillPath } from '../paths.ts'
import type { Drill, EarlierDrill } from '../queries/drills.ts'
import { ComparedPart } from './compared-part.tsx'
import { DrillFrame } from './drill-frame.tsx'
import { DrillMethod } from './drill-method.tsx'
import { DrillFacts, DrillSums } from './drill-sums.tsx'
import { Homes } from './homes-part.tsx'
import { Moved, Placed, Unplaced } from './who-goes-where.tsx'

/** How many of those who could go somewhere a page names; all are in the plan and the file. */
const mostPlaced = 100

export interface DrillPageProps {
  readonly partnership: Partnership
  readonly drill: Drill
  readonly before: EarlierDrill | undefined
  readonly askedBy: string | null
  readonly live: string
  readonly now: Date
  readonly mayRun: boolean
}

/** One drill: where everyone could go, and who has nobody to go to. */
export function DrillPage({ partnership, drill, before, askedBy, live, now, mayRun }: DrillPageProps) {
  const { slug } = partnership
  const { id, asked, result, state, words, askedAt } = drill
  const early = state === 'stopped' && result ? ' It was stopped early: this is the best that was found.' : ''
  const heading = result
    ? drillHeading(result)
    : isAtWork(state)
      ? 'The drill is being worked out'
      : 'This drill came to nothing'
  const again = `${newDrillPath(slug)}?${new URLSearchParams({ what: `${asked.organisationId ?? 'home'} ${partKey(asked.part)}` })}`
  return (
    <DrillFrame partnership={partnership} title={heading} breadcrumbs={[{ content: asked.called }]}>
      <RunRegion run={drill} live={live} address={drillPath(slug, id)}>
        <PageTitle
          heading={heading}
          note={`If ${closingWords(asked.called, asked.closesOn)}. Tried out on ${longDate(londonDate(askedAt))}${askedBy ? ` by ${askedBy}` : ''}; nothing was changed.${early}`}
          actions={
            result ? (
              <>
                <Button href={continuityPath(slug, id)}>Continuity plan</Button>
                <Button href={drillFilePath(slug, id)} classes="govuk-button--secondary">
                  People as a file
                </Button>
                {mayRun ? (
                  <Button href={again} classes="govuk-button--secondary">
                    Run it again
                  </Button>
                ) : null}
              </>
            ) : undefined
          }
        />
        {result ? (
          <>
            {result.total.people > 0 ? <DrillFacts {...result} /> : null}
            {before ? <ComparedPart slug={slug} before={before} after={result} asked={asked} /> : null}
            {result.total.people > 0 ? (
              <>
                <Unplaced {...result} />
                <DrillSums result={result} />
                <Placed result={result} policy={asked.policy} most={mostPlaced} />
                <Moved {...result} />
              </>
            ) : null}
            {result.homes ? <Homes homes={result.homes} services={result.services} /> : null}
            <DrillMethod result={result} policy={asked.policy} seed={asked.seed} />
          </>
        ) : (
          <UnderWay
            run={drill}
            address={drillPath(slug, id)}
            done={drill.progress ? 'Plans are being compared; it takes some seconds.' : undefined}
            failed={words}
            back={{ href: drillsPath(slug), text: 'Every drill' }}
          />
        )}
        <SteerRun run={drill} address={drillPath(slug, id)} now={now} maySteer={mayRun} />
      </RunRegion>
    </DrillFrame>
  )
}
