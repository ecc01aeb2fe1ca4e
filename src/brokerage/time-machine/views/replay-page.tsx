import type { Partnership } from '../../../core/auth/index.ts'
import { StackedBars } from '../../../core/ui/charts/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { timeMachinePath } from '../../paths.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import { isAtWork, type SolveRun } from '../../solving/solve-run.ts'
import { SteerRun } from '../../views/steer-run.tsx'
import { RunRegion, UnderWay } from '../../views/under-way.tsx'
import type { MachineAsked } from '../machine-asked.ts'
import type { CourseFigures, MachineResult } from '../machine-result.ts'
import { countRange, hoursRange, kilometreRange, poundsRange, resultHeading } from '../machine-words.ts'
import { againPath, replayPath } from '../paths.ts'
import { MachineFrame } from './machine-frame.tsx'
import { SharesPart } from './shares-part.tsx'

/** A replay with what it came to. */
export type ShownReplay = Omit<SolveRun<MachineAsked, unknown, MachineResult>, 'input'>

export interface ReplayPageProps {
  readonly partnership: Partnership
  readonly run: ShownReplay
  readonly askedBy: string | null
  readonly serviceName: string
  /** Where the page hears that it goes on. */
  readonly live: string
  readonly now: Date
}

/** One replay of the past: what was changed, and what it would have come to. */
export function ReplayPage({ partnership, run, askedBy, serviceName, live, now }: ReplayPageProps) {
  const { slug } = partnership
  const { asked, result, state, words } = run
  const heading = result
    ? resultHeading(result)
    : isAtWork(state)
      ? 'The period is gone through again'
      : 'This replay came to nothing'
  const days = `${longDate(asked.from)} to ${longDate(asked.to)}`
  return (
    <MachineFrame partnership={partnership} title={heading} breadcrumbs={[{ content: 'Replay' }]}>
      <RunRegion run={run} live={live} address={replayPath(slug, run.id)}>
        <PageTitle
          heading={heading}
          note={`Asked on ${longDate(londonDate(run.askedAt))}${askedBy ? ` by ${askedBy}` : ''}. Nothing that happened is changed.`}
          actions={<Button href={againPath(slug, asked)}>Change something else</Button>}
        />
        <Facts
          facts={[
            { term: 'Service', value: serviceName },
            { term: 'Rounds opened', value: days },
            { term: 'Draws', value: `${drawsWords(asked, result)}, from seed ${asked.seed}` },
          ]}
        />
        <Section id="changes" heading="What is changed">
          <ul class="govuk-list govuk-list--bullet">
            {asked.changes.map((change) => (
              <li>{change}</li>
            ))}
          </ul>
        </Section>
        {result ? (
          <Found result={result} />
        ) : (
          <UnderWay
            run={run}
            address={replayPath(slug, run.id)}
            done={
              run.progress ? `${number(run.progress.iterations)} of ${number(asked.seeds)} draws are done.` : undefined
            }
            failed={words}
            back={{ href: timeMachinePath(slug), text: 'Every replay' }}
          />
        )}
        <SteerRun run={run} address={replayPath(slug, run.id)} now={now} maySteer />
      </RunRegion>
    </MachineFrame>
  )
}

/** How many draws there are, and of how many where somebody stopped it early. */
const drawsWords = ({ seeds }: MachineAsked, result: MachineResult | null): string =>
  result && result.seeds < seeds ? `${number(result.seeds)} of ${number(seeds)}: it was stopped early` : number(seeds)

function Found({ result }: { readonly result: MachineResult }) {
  const { asItWent, asItWas, changed } = result
  const courses = [
    { name: 'As it went', placed: asItWent.placedMinutes, unmet: asItWent.unmetMinutes },
    { name: 'As it was, answers drawn', placed: asItWas.placedMinutes?.middle, unmet: asItWas.unmetMinutes?.middle },
    {
      name: 'With the change, answers drawn',
      placed: changed.placedMinutes?.middle,
      unmet: changed.unmetMinutes?.middle,
    },
  ]
  return (
    <>
      <Section
        id="figures"
        heading="Hours placed and left, what they cost, and how far they are"
        intro="The middle of the draws, with the lowest and the highest. Compare the two columns of drawn answers: the first shows how far the method is from what went."
      >
        <StackedBars
          tableOpen
          alternative={courses
            .map(
              ({ name, placed = 0, unmet = 0 }) =>
                `${name}: ${hoursOf(placed)} hours a week placed, ${hoursOf(unmet)} left`,
            )
            .join('; ')}
          parts={[
            { name: 'Hours a week placed', tone: 'supply' },
            { name: 'Hours a week left', tone: 'need' },
          ]}
          rows={courses.map(({ name, placed, unmet }) => ({ name, values: [hours(placed), hours(unmet)] }))}
          format={(sum) => number(Math.round(sum * 2) / 2)}
          table={{
            caption: 'The period as it went, and gone through again',
            columns: [
              { heading: 'Figure' },
              { heading: 'As it went', align: 'number' },
              { heading: 'As it was, drawn', align: 'number' },
              { heading: 'With the change, drawn', align: 'number' },
            ],
            rows: figureRows(result),
            missing: 'not known: no provider’s place, or no boundary, is in the system',
          }}
        />
      </Section>
      <SharesPart {...result} />
      <Section id="method" heading="How this was worked out, and what it can’t say">
        <ul class="govuk-list govuk-list--bullet">
          {methodNotes(result).map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}

const hours = (minutes: number | undefined): number | null => (minutes === undefined ? null : minutes / 60)

function figureRows({ asItWent, asItWas, changed }: MachineResult): (readonly (string | null)[])[] {
  const known = (figures: CourseFigures) => (figures.metres === null ? null : number(figures.metres / 1000, 1))
  return [
    [
      'Hours a week placed',
      hoursOf(asItWent.placedMinutes),
      hoursRange(asItWas.placedMinutes),
      hoursRange(changed.placedMinutes),
    ],
    [
      'Hours a week left without a provider',
      hoursOf(asItWent.unmetMinutes),
      hoursRange(asItWas.unmetMinutes),
      hoursRange(changed.unmetMinutes),
    ],
    [
      'Cost a week',
      pounds(Math.round(asItWent.pence / 100) * 100),
      poundsRange(asItWas.pence),
      poundsRange(changed.pence),
    ],
    [
      'Hours without a known price',
      hoursOf(asItWent.unpricedMinutes),
      hoursRange(asItWas.unpricedMinutes),
      hoursRange(changed.unpricedMinutes),
    ],
    [
      'Kilometres from the provider’s base, on average',
      known(asItWent),
      kilometreRange(asItWas.metres),
      kilometreRange(changed.metres),
    ],
    ['Offers made', number(asItWent.offers), countRange(asItWas.offers), countRange(changed.offers)],
  ]
}

function methodNotes({ rounds, packages, leftOut, undecidedApprovals, asItWent }: MachineResult): string[] {
  return [
    `${number(rounds)} rounds of offers for ${number(packages)} packages are gone through in the order in which they were opened. The ordinary rule for offers says who is asked next; no other planning is done.`,
    'What a provider answers is drawn from its own answers in the year up to the end of the period. Those who answered seldom are taken nearer to what all answered. The same draw holds as it was and with the change, so what differs comes from the change.',
    'What one round places otherwise shows in the shares, turns and free hours that the rounds after it see. Providers that declared nothing are not limited by hours.',
    'Prices are those of the day of each round. Care that was placed without a round of offers is not in it.',
    ...(leftOut > 0
      ? [`${number(leftOut)} rounds are left out: they were still running, or what was decided in them was erased.`]
      : []),
    ...(undecidedApprovals > 0
      ? ['Some prices would have needed an approval for which nobody asked then: counted as refused.']
      : []),
    ...(asItWent.metres === null
      ? ['Travel is not known: it needs the places of providers from a register, and boundaries of areas.']
      : [
          'Distance is from the middle of the area to the nearest place in which a provider runs the service, in a straight line.',
        ]),
  ]
}
