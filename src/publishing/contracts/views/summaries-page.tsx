import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import { kindWords } from '../../../procurement/index.ts'
import { homePath, sectionPath, servicesPath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { contractSummariesPath, contractSummaryPath } from '../paths.ts'
import type { SummariesContent } from '../queries/summaries-content.ts'
import { endsWords, moneyWords, providersWords, summariesFinding, untilWords } from '../summary-words.ts'
import { DayPanel } from './day-panel.tsx'

export interface SummariesPageProps extends SummariesContent {
  readonly partnership: Partnership
}

/** How care is bought: every market area with its money, contracts and ends, each leading to its summary. */
export function SummariesPage({ partnership, summaries, others, on, today }: SummariesPageProps) {
  const { slug, title } = partnership
  const day = on === today ? {} : { on }
  const heading =
    summaries.length > 0 ? summariesFinding(title, summaries, on) : `No summary of contracts of ${title} is published`
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`How ${title} buys care and support, by market area: contracts, how long they run, what is planned, how they are managed, and what is spent.`}
      current="statement"
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: 'Contracts' }]}
    >
      <Finding level={1}>{heading}</Finding>
      {summaries.length > 0 ? (
        <Lead>
          Each summary tells what is bought, for how long, what is planned, how it is managed and what is spent, as the
          register of contracts has it on {longDate(on)}.
        </Lead>
      ) : null}
      <DayPanel slug={slug} action={contractSummariesPath(slug)} on={on} today={today} />
      {summaries.length > 0 ? (
        <DataTable
          caption={`Market areas of ${title} as at ${longDate(on)}`}
          captionHidden
          columns={[
            { heading: 'Market area' },
            { heading: 'Contracts' },
            ...(on === today ? [{ heading: 'Providers', align: 'number' as const }] : []),
            { heading: 'Agreed until' },
            { heading: 'Money' },
          ]}
          missing="nothing on the register, or in a document"
          rows={summaries.map(({ area, contracts, money }) => [
            <a href={contractSummaryPath(slug, area.key, day)}>{area.name}</a>,
            [...new Set(contracts.map(({ detail }) => kindWords[detail.kind]))].join(', ') || null,
            ...(on === today ? [contracts.length > 0 ? providersWords(contracts) : null] : []),
            endsWords(contracts, on) || null,
            money[0] ? upperFirst(moneyWords(money[0])) : null,
          ])}
        />
      ) : (
        <EmptyState
          what="How each part of care and support is bought appears here."
          why={`${title} has published no summary of its contracts.`}
          link={{ text: 'When services are bought, service by service', href: servicesPath(slug) }}
        />
      )}
      {others.length > 0 ? (
        <Section id="others" heading="Contracts outside these areas">
          <DataTable
            caption={`Contracts outside these areas as at ${longDate(on)}`}
            captionHidden
            columns={[{ heading: 'Contract' }, { heading: 'Kind' }, { heading: 'Agreed' }, { heading: 'Reference' }]}
            rows={others.map((contract) => [
              contract.detail.title,
              kindWords[contract.detail.kind],
              upperFirst(untilWords(contract, on)),
              contract.reference,
            ])}
          />
        </Section>
      ) : null}
      <p class="m-small m-spaced">
        <a href={sectionPath(slug, 'finance')}>All tables of money, and how each sum is made</a>
      </p>
    </StatementPage>
  )
}

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
