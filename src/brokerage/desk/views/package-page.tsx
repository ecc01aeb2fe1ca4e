import type { Partnership } from '../../../core/auth/index.ts'
import { FormMistakes, type FormState } from '../../../core/ui/form/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Button, Details } from '../../../core/ui/govuk/index.ts'
import { EmptyState, Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { ruleTold } from '../../kept-decision.ts'
import { offerRulesPath, packagePath, packagesPath } from '../../paths.ts'
import { latestWhyNotPath } from '../../plans/paths.ts'
import { isWaiting } from '../../plans/stale.ts'
import { hoursWords, linesWords, packageStateWords, supportOptionWords } from '../../requests/care-words.ts'
import { needWord } from '../../requests/need-code.ts'

import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { weeklyMinutes } from '../../visit-line.ts'
import { packageChangePath } from '../paths.ts'
import type { PackageContent } from '../queries/package-content.ts'
import { waitTold } from '../wait-told.ts'
import { LadderPart } from './ladder-part.tsx'
import { SidePart } from './side-part.tsx'
import { PackageForm, SteerPart } from './steer-part.tsx'
import { WaitingPart } from './waiting-part.tsx'
import { WhyPart } from './why-part.tsx'

export interface PackagePageProps {
  readonly partnership: Partnership
  readonly content: PackageContent
  readonly form: FormState
  readonly now: Date
  readonly live: string
  readonly me: Id
  readonly mayPlace: boolean
  readonly mayApprove: boolean
  readonly said: string | undefined
}

/** One package: whom it was offered to and why, what providers know, what happened, and what can be done. */
export function PackagePage(props: PackagePageProps) {
  const { partnership, content, form, now, live, mayPlace, said } = props
  const { slug } = partnership
  const { package: of, service } = content
  const heading = `${of.reference}: ${service.toLowerCase()}, ${hoursWords(weeklyMinutes(of.lines))} a week`
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title={heading}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'Packages', href: packagesPath(slug) }, { content: of.reference }]}
    >
      <section id="package" aria-label={of.reference}>
        <FormMistakes mistakes={form.mistakes} title="It was not done" />
        {said && form.mistakes.length === 0 ? (
          <p class="m-lead" data-focus="" data-announce="" tabIndex={-1}>
            {said}
          </p>
        ) : null}
        <PageTitle heading={heading} note={noteOf(content)} actions={<TitleActions {...props} />} />
        <div id="package-now" data-live={live} data-from={packagePath(slug, of.reference)}>
          <Facts facts={factsOf(props)} />
          <div class="m-cols m-cols--side">
            <div>
              <WaitingPart {...props} slug={slug} />
              <OffersPart {...props} />
              {mayPlace ? (
                <div class="m-spaced">
                  <SteerPart slug={slug} content={content} />
                </div>
              ) : null}
              {isWaiting(of.state) ? (
                <p class="m-spaced">
                  <a href={latestWhyNotPath(slug, of.reference)}>Who else could take it, and what would move</a>
                </p>
              ) : null}
              <WhyPart slug={slug} reference={of.reference} decisions={content.decisions} />
            </div>
            <SidePart slug={slug} content={content} now={now} />
          </div>
        </div>
      </section>
    </BrokeragePage>
  )
}

function TitleActions({ partnership: { slug }, content, me, mayPlace }: PackagePageProps) {
  const { package: of, broker } = content
  const over = of.state === 'ended' || of.state === 'withdrawn'
  return (
    <>
      {mayPlace && !over && broker?.id !== me ? (
        <PackageForm slug={slug} content={content}>
          <Button name="do" value="take" classes="govuk-button--secondary" preventDoubleClick>
            {broker ? `Take over from ${broker.name}` : 'Take this package'}
          </Button>
        </PackageForm>
      ) : null}
      <Button href={packageChangePath(slug, of.reference)} classes="govuk-button--secondary">
        Change the package
      </Button>
    </>
  )
}

function noteOf({ package: of }: PackageContent): string {
  const ready = longDate(londonDate(of.readyAt))
  return [
    `${linesWords(of.lines)}.`,
    of.needs.length > 0 ? `${of.needs.map(needWord).join(', ')}.` : '',
    of.origin === 'hospital' ? `Ready to leave hospital since ${ready}.` : `Ready for care at home since ${ready}.`,
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/^./, (letter) => letter.toUpperCase())
}

function factsOf({ partnership, content, now }: PackagePageProps) {
  const { package: of, area, broker, unplaced, ladders, spells } = content
  const offers = ladders[0]?.offers ?? []
  const priced = offers.findLast(({ weeklyPence }) => weeklyPence !== null)
  return [
    { term: 'Area', value: `${area}, ${of.district}` },
    { term: 'Stands', value: packageStateWords[of.state] },
    { term: 'Start wanted', value: longDate(of.startBy) },
    {
      term: 'Price offered',
      value: priced?.weeklyPence == null ? 'Not known yet' : `${pounds(priced.weeklyPence)} a week`,
    },
    { term: 'Support option', value: supportOptionWords[partnership.nation][of.supportOption] },
    { term: 'Waiting', ...waitTold({ package: of, spells, unplaced, now }) },
    { term: 'Broker', value: broker?.name ?? 'Nobody yet' },
  ]
}

function OffersPart({ partnership: { slug }, content, now }: PackagePageProps) {
  const [ladder, ...earlier] = content.ladders
  if (!ladder) {
    return (
      <Section id="ladder" heading="Nobody has been asked yet">
        <EmptyState
          what="Whom it was offered to, step by step, appears here."
          why="No offer has gone out for this package."
          link={{ text: 'By which rules offers go out', href: offerRulesPath(slug) }}
        />
      </Section>
    )
  }
  const { minutesLeft } = content
  return (
    <Section
      id="ladder"
      heading={headingOf(content)}
      intro={`Each step reaches more providers. Rule: ${ruleTold(ladder)}.`}
    >
      <LadderPart label="Steps of the offer" ladder={ladder} minutesLeft={minutesLeft} now={now} />
      {earlier.length > 0 ? (
        <Details summary={`${number(earlier.length)} earlier ${earlier.length === 1 ? 'round' : 'rounds'}`}>
          {earlier.map((one) => (
            <LadderPart label={`Steps of round ${one.round.number}`} ladder={one} minutesLeft={minutesLeft} now={now} />
          ))}
        </Details>
      ) : null}
    </Section>
  )
}

/** How the offers stand, as a heading. */
function headingOf({ ladders: [ladder], package: of }: PackageContent): string {
  if (!ladder) return 'Nobody has been asked yet'
  const { round, rule, offers } = ladder
  const live = offers.filter(({ state }) => ['open', 'asked', 'proposed'].includes(state))
  if (round.closedAt === null) {
    if (round.state === 'paused') return `The clocks are stopped at step ${round.step} of ${rule.steps.length}`
    if (live.length === 0) return `Step ${Math.max(1, round.step)} of ${rule.steps.length} waits`
    return `The offer is with step ${round.step} of ${rule.steps.length}`
  }
  if (round.state === 'cancelled') return 'The offers were taken back'
  if (round.outcome === 'placed')
    return of.state === 'placed' ? 'All of it is placed' : 'All that was offered was placed'
  return round.outcome === 'part'
    ? 'A part is placed; every step was tried for the rest'
    : 'Every step was tried, and nobody could'
}
