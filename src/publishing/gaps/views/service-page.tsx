import type { Partnership } from '../../../core/auth/index.ts'
import { EmptyState, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { NeedCell, Opportunity, OpportunityPart } from '../../../market/index.ts'
import { contractSummariesPath } from '../../contracts/paths.ts'
import { findingOf } from '../../figure-finding.ts'
import { periodText } from '../../figure-words.ts'
import { figurePath, gapsPath, homePath, sectionPath, servicesPath } from '../../paths.ts'
import { CitedFigures } from '../../views/cited-figures.tsx'
import { StatementPage } from '../../views/frame.tsx'
import type { ServiceContent } from '../queries/service-content.ts'
import { BoughtTable } from './bought-table.tsx'
import { GapTable, WholeBars } from './gap-table.tsx'
import { OpportunityList } from './opportunity-list.tsx'
import { SeriesTables } from './series-table.tsx'
import { Shortages } from './shortages.tsx'

export interface ServicePageProps extends ServiceContent {
  readonly partnership: Partnership
  readonly today: IsoDate
}

/** One kind of service: now, forecast, what is wanted, when it is bought, whom to ask. */
export function ServicePage({ partnership, today, service, grid, opportunities, cited }: ServicePageProps) {
  const { slug, title } = partnership
  const parts = (part: OpportunityPart) => opportunities.filter((one) => one.part === part)
  const whole = grid.cells.find(({ area }) => area.code === grid.whole.code)
  const areas = grid.cells.filter(({ area }) => area.code !== grid.whole.code)
  const heading = `${service.name} in ${title}`
  const lead = service.otherNames.length > 0 ? `Also called ${service.otherNames.slice(0, 4).join(', ')}.` : undefined
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`${heading}: what there is now, what is forecast, what is wanted, when it is bought and whom to ask.`}
      current="services"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Services', href: servicesPath(slug) },
        { content: service.name },
      ]}
    >
      <Finding level={1}>{heading}</Finding>
      {lead ? <Lead>{lead}</Lead> : null}
      <Now slug={slug} heading={heading} whole={whole} areas={areas} told={parts('now')} />
      <Ahead slug={slug} cells={grid.cells} whole={whole} />
      <Section id="wanted" heading="What we want">
        <Told
          slug={slug}
          told={[...parts('wanted'), ...parts('rule')]}
          what="What the partnership wants of the market for this service appears here."
          why="No document says it."
          link={{ text: 'Where care is short', href: gapsPath(slug) }}
        />
        {grid.named.length > 0 ? (
          <Shortages slug={slug} caption="Shortages and targets that documents name" volumes={grid.named} />
        ) : null}
      </Section>
      <Section id="bought" heading="When we buy">
        {parts('bought').length > 0 ? (
          <BoughtTable slug={slug} opportunities={parts('bought')} today={today} />
        ) : (
          <EmptyState
            what="When this service is bought appears here."
            why={`No document gives ${title} a date for it.`}
            link={{ text: 'Every service', href: servicesPath(slug) }}
          />
        )}
        <p class="m-small m-spaced">
          <a href={contractSummariesPath(slug)}>Contracts: how each part is bought, until when, and by whom</a>
        </p>
      </Section>
      <Section id="ask" heading="Whom to ask">
        <Told
          slug={slug}
          told={parts('ask')}
          what="Whom to ask about this service appears here."
          why="No document names anybody."
          link={{ text: `About ${title}`, href: sectionPath(slug, 'about') }}
        />
      </Section>
      {cited.length > 0 ? (
        <Section id="figures" heading="What documents print of it">
          <CitedFigures slug={slug} caption={`Figures cited for ${service.name}`} figures={cited} />
        </Section>
      ) : null}
    </StatementPage>
  )
}

interface NowProps {
  readonly slug: string
  readonly heading: string
  readonly whole: NeedCell | undefined
  readonly areas: readonly NeedCell[]
  readonly told: readonly Opportunity[]
}

function Now({ slug, heading, whole, areas, told }: NowProps) {
  const cells = whole ? [whole, ...areas] : areas
  return (
    <Section id="now" heading="Now">
      {told.length > 0 ? <OpportunityList slug={slug} opportunities={told} /> : null}
      {cells.length > 0 ? (
        <div class="m-sec">
          {whole ? <WholeBars label={`Supply against need: ${heading}`} cells={[whole]} /> : null}
          <GapTable slug={slug} caption={`Need, supply and gap by area: ${heading}`} cells={cells} by="area" />
          {whole?.because ? <p class="m-t__note">{whole.because}</p> : null}
        </div>
      ) : null}
      {told.length === 0 && cells.length === 0 ? (
        <EmptyState
          what="What there is now appears here."
          why="Neither a register nor a document tells of it."
          link={{ text: 'What the statement says of supply', href: sectionPath(slug, 'supply') }}
        />
      ) : null}
    </Section>
  )
}

function Ahead({ slug, cells, whole }: { slug: string; cells: readonly NeedCell[]; whole: NeedCell | undefined }) {
  const series = (whole ? [whole] : cells)
    .flatMap((cell) => cell.series)
    .filter(({ forecasts }) => forecasts.length > 0)
  const rated = whole?.forecast && series.length === 0 ? whole.forecast.need : undefined
  return (
    <Section id="forecast" heading="What is forecast">
      {rated ? <p class="m-read">{rated.method}</p> : null}
      {whole?.forecast?.gap ? (
        <p class="m-read">
          <a href={figurePath(slug, whole.forecast.gap.id)}>{findingOf(whole.forecast.gap)}</a>
          {whole.forecast.gap.period ? `, ${periodText(whole.forecast.gap.period)}` : ''}. {whole.forecast.because}
        </p>
      ) : null}
      <SeriesTables slug={slug} series={series} />
      {series.length === 0 && !rated ? (
        <EmptyState
          what="What is forecast for this service appears here."
          why="No document gives a forecast, and no rates of need were imported."
          link={{ text: 'What the statement says of need', href: sectionPath(slug, 'demand') }}
        />
      ) : null}
    </Section>
  )
}

interface ToldProps {
  readonly slug: string
  readonly told: readonly Opportunity[]
  readonly what: string
  readonly why: string
  readonly link: { readonly text: string; readonly href: string }
}

function Told({ slug, told, what, why, link }: ToldProps) {
  return told.length > 0 ? (
    <OpportunityList slug={slug} opportunities={told} />
  ) : (
    <EmptyState what={what} why={why} link={link} />
  )
}
