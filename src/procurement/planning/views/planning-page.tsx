import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { ContractKind } from '../../contract-kind.ts'
import { kindWords } from '../../register/contract-words.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { Authority } from '../authority.ts'
import type { CommitteeDate } from '../committee-date.ts'
import type { LeadTime } from '../lead-time.ts'
import { authorityPath, committeesPath, leadTimePath } from '../paths.ts'
import { lengthWords } from '../step-words.ts'
import { AuthorityTable } from './authority-table.tsx'
import { MeetingsTable } from './meetings-table.tsx'
import { type Trial, TrialSection } from './trial-section.tsx'

/** The steps that count for a kind, and how long they take in all. */
export interface CountedLeadTime {
  readonly leadTime: LeadTime
  readonly takes: string
}

export interface PlanningPageProps {
  readonly partnership: Partnership
  readonly counted: readonly CountedLeadTime[]
  /** Kinds that share the steps for every other kind. */
  readonly others: readonly ContractKind[]
  readonly trial: Trial
  /** The next meetings, and the committees of which no meeting is known. */
  readonly meetings: readonly CommitteeDate[]
  readonly meetingsInAll: number
  readonly undated: readonly string[]
  readonly authorities: readonly Pick<Authority, 'role' | 'kind' | 'limitPence'>[]
  readonly may: { readonly plan: boolean; readonly delegate: boolean }
  /** What was just done, in a sentence. */
  readonly done: string | undefined
}

/** How decision dates are worked out: steps of each kind of contract, meetings, and who may approve what. */
export function PlanningPage(props: PlanningPageProps) {
  const { partnership, counted, others, trial, meetings, meetingsInAll, undated, authorities, may, done } = props
  const { slug, nation } = partnership
  const usual = counted.find(({ leadTime }) => leadTime.kind === '')
  return (
    <ContractsPage
      partnership={partnership}
      of="planning"
      title="Planning"
      mistakes={trial.mistakes.length > 0}
      breadcrumbs={[{ content: 'Planning' }]}
    >
      {done ? <NotificationBanner type="success">{done}</NotificationBanner> : null}
      <PageTitle
        heading={usual ? `Starting again takes ${usual.takes} as a rule` : 'How decision dates are worked out'}
        note={`The latest safe start of a contract is worked back from its last day: through the steps of its kind, the meetings of committees and the working days of ${nation === 'scotland' ? 'Scotland' : 'England'}.`}
      />
      <Section id="steps" heading="Steps of each kind of contract">
        <DataTable
          caption="What has to be done before another contract can begin, by kind of contract"
          captionHidden
          stack
          columns={[
            { heading: 'Kind' },
            { heading: 'Steps' },
            { heading: 'Takes' },
            { heading: 'Whose' },
            ...(may.plan ? [{ heading: 'Change' }] : []),
          ]}
          rows={counted.map(({ leadTime, takes }) => [
            kindName(leadTime.kind),
            <Steps leadTime={leadTime} />,
            takes,
            whose(leadTime),
            ...(may.plan
              ? [
                  <a href={leadTimePath(slug, leadTime.kind)}>
                    Change<span class="m-vh"> the steps: {kindName(leadTime.kind)}</span>
                  </a>,
                ]
              : []),
          ])}
        />
        <Others slug={slug} others={others} mayPlan={may.plan} />
      </Section>
      <TrialSection slug={slug} trial={trial} />
      <Section id="committees" heading={meetingsHeading(meetings, undated)}>
        {meetings.length > 0 ? <MeetingsTable meetings={meetings} inAll={meetingsInAll} /> : null}
        {undated.length > 0 ? (
          <p>
            No coming meetings are known of {list(undated)}: steps that end there are worked back without one, and
            contracts say so.
          </p>
        ) : null}
        {may.plan ? (
          <div class="m-spaced">
            <Button href={committeesPath(slug)} classes="govuk-button--secondary">
              Add or remove meetings
            </Button>
          </div>
        ) : null}
      </Section>
      <Section id="authority" heading="Who may approve what">
        <AuthorityTable authorities={authorities} />
        {may.delegate ? (
          <div class="m-spaced">
            <Button href={authorityPath(slug)} classes="govuk-button--secondary">
              Delegate
            </Button>
          </div>
        ) : null}
      </Section>
    </ContractsPage>
  )
}

/** A kind of contract, or all of those without steps of their own. */
export const kindName = (kind: ContractKind | ''): string => (kind === '' ? 'Every other kind' : kindWords[kind])

const whose = ({ standard, from }: LeadTime): string =>
  standard || from === null ? 'Standard, until you put in your own' : `Your own, from ${longDate(from)}`

function Steps({ leadTime: { steps } }: { readonly leadTime: LeadTime }) {
  return (
    <ol class="govuk-list">
      {steps.map((step) => (
        <li>
          {step.name}: {lengthWords(step)}
          {step.committee ? `, then the ${step.committee}` : ''}
        </li>
      ))}
    </ol>
  )
}

function Others({
  slug,
  others,
  mayPlan,
}: {
  readonly slug: string
  readonly others: readonly ContractKind[]
  readonly mayPlan: boolean
}) {
  if (others.length === 0) return null
  return (
    <p class="m-spaced">
      “Every other kind” is now:{' '}
      {others.map((kind, at) => (
        <>
          {at === 0 ? null : ', '}
          {mayPlan ? <a href={leadTimePath(slug, kind)}>{kindWords[kind]}</a> : kindWords[kind]}
        </>
      ))}
      .{mayPlan ? ' Follow one to give it steps of its own.' : ''}
    </p>
  )
}

const list = (names: readonly string[]): string =>
  names
    .map((name) => `the ${name}`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

function meetingsHeading(meetings: readonly CommitteeDate[], undated: readonly string[]): string {
  const last = meetings.reduce<IsoDate | undefined>((late, { on }) => (late && late > on ? late : on), undefined)
  if (last === undefined) return 'No meetings of committees are known'
  return undated.length > 0 ? 'Some committees have no coming meetings' : 'Meetings of committees'
}
