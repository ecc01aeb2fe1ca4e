import type { Partnership } from '../../../core/auth/index.ts'
import { number } from '../../../core/ui/format.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { packagePath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { listWords } from '../obstacle-words.ts'
import { planPath, plansPath } from '../paths.ts'
import type { Sending } from '../sending.ts'

/** One time that offers were sent from a plan. */
export interface SendingTold {
  readonly at: Date
  readonly by: string | null
  readonly sending: Sending
}

export interface SentPageProps {
  readonly partnership: Partnership
  readonly runId: string
  readonly sendings: readonly SendingTold[]
  readonly organisations: ReadonlyMap<string, string>
}

/** What became of the offers that were sent from a plan, the latest first. */
export function SentPage({ partnership, runId, sendings, organisations }: SentPageProps) {
  const { slug } = partnership
  const heading = headingOf(sendings[0]?.sending)
  return (
    <BrokeragePage
      partnership={partnership}
      of="plans"
      title={heading}
      breadcrumbs={[
        { content: 'Plans', href: plansPath(slug) },
        { content: 'The plan', href: planPath(slug, runId) },
        { content: 'Offers sent' },
      ]}
    >
      <PageTitle
        heading={heading}
        note="Whom to ask was decided by the rule of each contract, as it stands now; who was proposed in the plan played no part."
      />
      {sendings.length === 0 ? (
        <EmptyState
          what="What became of offers that are sent from this plan appears here."
          why="None were sent yet."
          link={{ text: 'Back to the plan', href: planPath(slug, runId) }}
        />
      ) : null}
      {sendings.map(({ at, by, sending: { sent, not } }, index) => (
        <Section id={`sending-${index}`} heading={`${moment(at)}${by ? `, ${by}` : ''}`}>
          <DataTable
            caption={`What became of each package, ${moment(at)}`}
            captionHidden
            columns={[{ heading: 'Package' }, { heading: 'What became of it' }]}
            rows={[
              ...not.map(({ reference, sentence }) => [
                <a href={packagePath(slug, reference)}>{reference}</a>,
                <>
                  <strong class="m-c-need">Nothing was sent.</strong> {sentence}
                </>,
              ]),
              ...sent.map(({ reference, to }) => [
                <a href={packagePath(slug, reference)}>{reference}</a>,
                to.length === 0
                  ? 'No offer went out: nobody can be asked now, or a price waits for approval.'
                  : `Offered to ${listWords(to.map((id) => organisations.get(id) ?? 'a provider'))}.`,
              ]),
            ]}
          />
        </Section>
      ))}
    </BrokeragePage>
  )
}

function headingOf(sending: Sending | undefined): string {
  if (!sending) return 'No offers were sent from this plan'
  const { sent, not } = sending
  const all = sent.length + not.length
  if (not.length === 0) return `Offers are out for ${all === 1 ? 'the package' : `all ${number(all)} packages`}`
  return `Offers are out for ${number(sent.length)} of ${number(all)} ${all === 1 ? 'package' : 'packages'}`
}
