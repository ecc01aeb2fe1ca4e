import { FormMistakes } from '../../../core/ui/form/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { Facts, PageTitle } from '../../../core/ui/parts/index.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { isAtWork } from '../../solving/solve-run.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { SteerRun } from '../../views/steer-run.tsx'
import { RunRegion, UnderWay } from '../../views/under-way.tsx'
import { newPlanPath, planPath, planSentPath, plansPath } from '../paths.ts'
import { costOf, planHeading, proofWords, weightedWords } from '../plan-words.ts'
import type { PlanRun } from '../queries/plan-content.ts'
import { PlanParts } from './plan-parts.tsx'
import type { FoundPlan, PlanPageProps } from './plan-props.ts'
import { SentNote } from './sent-note.tsx'
import { StaleNote } from './stale-note.tsx'

const isFound = (run: PlanRun): run is FoundPlan => run.input !== null && run.result !== null

/** One plan: how far it is, or who could take whom, who stays unmet and for want of what, and what is asked next. */
export function PlanPage(props: PlanPageProps) {
  const { partnership, content, live, mayPlace, mistakes } = props
  const { run } = content
  const { slug } = partnership
  const address = planPath(slug, run.id)
  const heading = headingOf(run)
  return (
    <BrokeragePage
      partnership={partnership}
      of="plans"
      title={heading}
      mistakes={mistakes.length > 0}
      breadcrumbs={[{ content: 'Plans', href: plansPath(slug) }, { content: moment(run.askedAt) }]}
    >
      <FormMistakes mistakes={mistakes} title="It was not done" />
      <RunRegion run={run} live={live} address={address}>
        <PageTitle
          heading={heading}
          note={noteOf(props)}
          actions={
            mayPlace ? (
              <Button href={`${newPlanPath(slug)}?follows=${run.id}`} classes="govuk-button--secondary">
                Ask with other limits
              </Button>
            ) : undefined
          }
        />
        {isFound(run) ? (
          <>
            <p class="m-lead">{proofWords(run.result.answer)}</p>
            <Facts facts={factsOf(run)} />
            <StaleNote run={run} standing={content.standing} slug={slug} />
            <SentNote sendings={props.sendings} slug={slug} more={planSentPath(slug, run.id)} />
            <PlanParts {...props} run={run} />
          </>
        ) : (
          <UnderWay
            run={run}
            address={address}
            done={progressWords(run)}
            failed={run.words}
            back={{ href: plansPath(slug), text: 'Every plan' }}
          />
        )}
        <SteerRun run={run} address={address} now={props.now} maySteer={mayPlace} />
      </RunRegion>
    </BrokeragePage>
  )
}

function headingOf(run: PlanRun): string {
  if (run.result) return planHeading(run.result.answer.plan.length, run.result.answer.unmet.packages)
  if (isAtWork(run.state)) return 'The waiting list is being planned'
  return run.state === 'stopped' ? 'This plan was stopped' : 'There is no plan'
}

function noteOf({ content: { run, askedBy, names } }: PlanPageProps): string {
  const { serviceType, area } = run.asked
  const what = [
    serviceType === null ? 'all services' : (names.services.get(serviceType)?.toLowerCase() ?? serviceType),
    area === null ? 'all areas' : (names.areas.get(area) ?? area),
  ].join(', ')
  const stopped = run.state === 'stopped' && run.result ? ' It was stopped early: this is the best that was found.' : ''
  return `Asked on ${moment(run.askedAt)}${askedBy ? ` by ${askedBy}` : ''}, for ${what}. It places nobody: offers go by the rule of each contract, which may ask somebody else first.${stopped}`
}

function progressWords({ progress }: PlanRun): string | undefined {
  if (!progress) return undefined
  const away = progress.objective - progress.bound
  const near =
    Number.isFinite(away) && away >= 0
      ? ` The best so far is at most ${pounds(Math.ceil(away))} a week from the best possible.`
      : ''
  return `${number(progress.iterations)} ${progress.iterations === 1 ? 'step' : 'steps'} of the search are done.${near}`
}

function factsOf({ asked, input, result }: FoundPlan) {
  const { policy, seed, limits } = asked
  const minutes = input.packages.reduce((sum, one, at) => sum + (result.answer.plan[at] === null ? one.minutes : 0), 0)
  const limited = [
    limits.sharePercent === null ? '' : `nobody above ${limits.sharePercent}% of an area`,
    limits.runHours === null ? '' : `runs of ${limits.runHours} hours or more`,
    limits.undeclaredHours === 0 ? '' : `${limits.undeclaredHours} hours for those that declared none`,
  ].filter(Boolean)
  return [
    { term: 'Cost a week', value: pounds(costOf(input.problem, result.answer)) },
    minutes === 0
      ? { term: 'Left unmet', value: 'Nothing' }
      : { term: 'Left unmet a week', value: hoursWords(minutes), tone: 'need' as const },
    ...(minutes === 0 ? [] : [{ term: 'Weighed by how pressing each is', value: weightedWords(result.answer) }]),
    { term: 'Order of the rules', value: policy === 'strict' ? 'Strict' : 'Weighed' },
    {
      term: 'Limits',
      value:
        limited.length === 0 ? 'None but room' : limited.join(', ').replace(/^./, (letter) => letter.toUpperCase()),
    },
    { term: 'As it stood on', value: longDate(input.on) },
    { term: 'Seed', value: String(seed) },
  ]
}
