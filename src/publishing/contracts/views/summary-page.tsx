import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import type { Content } from '../../../core/ui/govuk/index.ts'
import { EmptyState, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import type { SummaryWords, WrittenPart } from '../../../procurement/index.ts'
import { homePath, servicePath, sourcePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { contractSummariesPath, contractSummaryPath } from '../paths.ts'
import type { SummaryContent } from '../queries/summaries-content.ts'
import { periodFinding, summaryFinding } from '../summary-words.ts'
import { DayPanel } from './day-panel.tsx'
import { ContractKinds, ContractTerms, Management, Planned } from './summary-contracts.tsx'
import { SummaryMoney } from './summary-money.tsx'

export interface SummaryPageProps extends SummaryContent {
  readonly partnership: Partnership
}

/** One market area as at a day: description, period, development, management and money; a part without data says so. */
export function SummaryPage(props: SummaryPageProps) {
  const { partnership, summary, services, on, today } = props
  const { slug, title } = partnership
  const { area, contracts } = summary
  const heading = summaryFinding(summary, on)
  const none = contracts.length === 0
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`How ${title} buys ${area.name}: description, period, development, management and money, as at ${longDate(on)}.`}
      current="statement"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Contracts', href: contractSummariesPath(slug, on === today ? {} : { on }) },
        { content: area.name },
      ]}
    >
      <Finding level={1}>{heading}</Finding>
      <Lead>{leadOf(props)}</Lead>
      <DayPanel slug={slug} action={contractSummaryPath(slug, area.key)} on={on} today={today} />
      <Part {...props} part="description" heading="Description: what is bought" empty={none}>
        <ContractKinds contracts={contracts} on={on} today={today} />
      </Part>
      <Part {...props} part="period" heading={periodFinding(contracts, on)} empty={none}>
        <ContractTerms contracts={contracts} on={on} />
      </Part>
      <Part {...props} part="development" heading="Development: what is planned" empty={none}>
        <Planned contracts={contracts} on={on} />
      </Part>
      <Part
        {...props}
        part="management"
        heading="Management: how people come to it, and who watches over it"
        empty={none}
      >
        <Management contracts={contracts} />
      </Part>
      <SummaryMoney slug={slug} {...props} />
      {services.length > 0 ? (
        <p class="m-small m-spaced">
          What is needed and wanted:{' '}
          {services.map(({ key, name }, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a href={servicePath(slug, key)}>{name}</a>
            </>
          ))}
        </p>
      ) : null}
    </StatementPage>
  )
}

/** Whose words they are and of when; the rest is the register's. */
function leadOf({ partnership: { slug }, summary: { words }, sources, on }: SummaryPageProps) {
  const register = `What stands under them is the register of contracts as at ${longDate(on)}.`
  if (!words) return `Nobody has written about it for ${longDate(on)}. ${register.replace('under them', 'here')}`
  const source = words.sourceKey === null ? undefined : sources.get(words.sourceKey)
  return (
    <>
      The words are of {longDate(words.from)}
      {source ? (
        <>
          , after <a href={sourcePath(slug, source.key)}>{source.title}</a>
          {words.locus ? `, ${words.locus}` : ''}
        </>
      ) : (
        `, written on ${longDate(londonDate(words.writtenAt))}`
      )}
      . {register}
    </>
  )
}

interface PartProps extends SummaryPageProps {
  readonly part: WrittenPart
  readonly heading: string
  /** The register has nothing for this part either. */
  readonly empty: boolean
  readonly children: Content
}

const missing: { readonly [part in WrittenPart]: string } = {
  description: 'What is bought, and from how many, appears here.',
  period: 'How long contracts run appears here.',
  development: 'What is planned appears here.',
  management: 'How people come to it, and who watches over it, appears here.',
}

function Part({ partnership, summary, part, heading, empty, on, children }: PartProps) {
  const told = paragraphs(summary.words, part)
  return (
    <Section id={part} heading={heading}>
      {told.length > 0 ? (
        <div class="m-read">
          {told.map((text) => (
            <p>{text}</p>
          ))}
        </div>
      ) : empty ? null : (
        <p class="m-2">Nobody has written of this part; what follows is the register’s.</p>
      )}
      {empty && told.length === 0 ? (
        <EmptyState
          what={missing[part]}
          why={`Nothing was written, and no contract on the register holds on ${longDate(on)} or later.`}
          link={{ text: 'All market areas', href: contractSummariesPath(partnership.slug) }}
        />
      ) : (
        children
      )}
    </Section>
  )
}

const paragraphs = (words: SummaryWords | null, part: WrittenPart): string[] =>
  (words?.[part] ?? '')
    .split(/\r?\n\s*\r?\n/)
    .map((text) => text.trim())
    .filter(Boolean)
