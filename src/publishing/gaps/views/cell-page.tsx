import type { Partnership } from '../../../core/auth/index.ts'
import { GapBar } from '../../../core/ui/charts/index.ts'
import { percent } from '../../../core/ui/format.ts'
import {
  EmptyState,
  type Fact,
  Facts,
  FigureCard,
  type FigureKind,
  Finding,
  Lead,
  Section,
} from '../../../core/ui/parts/index.ts'
import { type Figure, unitWords } from '../../../evidence/index.ts'
import type { NeedCell } from '../../../market/index.ts'
import { basisText, periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath, gapCellFilePath, gapsPath, homePath, servicePath, sourcePath } from '../../paths.ts'
import { measuresPath } from '../../terms/paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { cellHeading } from '../grid-figure.ts'
import type { CellContent } from '../queries/cell-content.ts'
import { RegisterServices, SupplyHistory } from './register-services.tsx'
import { SeriesTables } from './series-table.tsx'
import { Shortages } from './shortages.tsx'
import { WhoWaited } from './who-waited.tsx'

export interface CellPageProps extends CellContent {
  readonly partnership: Partnership
}

/** One service in one area: need, supply, gap and forecast, each with its source and what stands behind it. */
export function CellPage({ partnership, cell, services, history }: CellPageProps) {
  const { slug } = partnership
  const { area, service, need, supply, gap, because, forecast, series, shortages, targets } = cell
  const heading = cellHeading(cell, unitText)
  const named = [...shortages, ...cell.shortAbove, ...targets]
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`${service.name} in ${area.name}: need, supply, the gap between them and what is forecast, each with its source.`}
      current="statement"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Gaps', href: gapsPath(slug) },
        { content: `${service.name}, ${area.name}` },
      ]}
    >
      <Finding level={1}>{heading}</Finding>
      <Lead>
        Need, supply and the gap between them in {area.name}. {toKnow(cell)}
      </Lead>
      <Facts facts={factsOf(cell)} />
      {need?.unit && supply && gap && gap.value !== null ? (
        <GapBar name={service.name} need={need.value} supply={supply.value} unit={unitWords(need.unit, 2)} />
      ) : null}
      <Section id="parts" heading="What it is made of">
        <div class="m-trip">
          <Part slug={slug} kind="need" figure={need} missing={`How much is needed in ${area.name} is not known.`} />
          <Part slug={slug} kind="supply" figure={supply} missing={`How much there is in ${area.name} is not known.`} />
          <Part slug={slug} kind="gap" figure={gap} missing={because ?? 'There is no gap to tell.'} />
        </div>
      </Section>
      {cell.unmet.length > 0 ? <WhoWaited slug={slug} months={cell.unmet} /> : null}
      {forecast ? (
        <Section id="forecast" heading="What is forecast" intro={forecast.because ?? undefined}>
          <div class="m-trip">
            <Part slug={slug} kind="need" figure={forecast.need} missing="" />
            <Part slug={slug} kind="supply" figure={forecast.supply} missing="How much there will be is not known." />
            <Part
              slug={slug}
              kind="gap"
              figure={forecast.gap}
              missing={forecast.because ?? 'There is no gap to tell.'}
            />
          </div>
        </Section>
      ) : null}
      {series.length > 0 ? (
        <Section id="series" heading="Over time">
          <SeriesTables slug={slug} series={series} />
        </Section>
      ) : null}
      {named.length > 0 ? (
        <Section id="named" heading="What the documents name as short or want">
          <Shortages slug={slug} caption={`Shortages and targets: ${service.name}, ${area.name}`} volumes={named} />
        </Section>
      ) : null}
      <Section
        id="services"
        heading={
          services.total > 0
            ? `${services.total} registered ${services.total === 1 ? 'service' : 'services'} stand behind the supply`
            : 'Registered services'
        }
      >
        {services.total > 0 ? (
          <RegisterServices caption={`Registered services: ${service.name}, ${area.name}`} {...services} />
        ) : (
          <EmptyState
            what={`Registered services of this kind in ${area.name} appear here.`}
            why={
              services.asOf
                ? 'The register has none, or does not say where they are.'
                : 'No register of this area has been imported.'
            }
            link={{ text: `${service.name} in ${partnership.title}`, href: servicePath(slug, service.key) }}
          />
        )}
        {history.length > 1 ? <SupplyHistory area={area.name} service={service.name} history={history} /> : null}
      </Section>
      <Section id="method" heading="How it is worked out">
        <p class="m-read">
          {gap ? gap.method : 'A gap is need less supply, told only where both are known and count the same thing.'}{' '}
          <a href={measuresPath(slug)}>How each measure is made</a>
        </p>
        <ul class="govuk-list">
          <li>
            <a href={gapCellFilePath(slug, area.code, service.key, 'csv')}>The parts as CSV</a>
          </li>
          <li>
            <a href={gapCellFilePath(slug, area.code, service.key, 'json')}>The parts and the figures as JSON</a>
          </li>
          <li>
            <a href={servicePath(slug, service.key)}>
              {service.name}: now, forecast, what is wanted, when it is bought
            </a>
          </li>
        </ul>
      </Section>
    </StatementPage>
  )
}

/** What is to be known before any of the numbers is read: why there is no gap, that years differ, that it is made up. */
const toKnow = ({ because, need, supply }: NeedCell): string =>
  [...new Set([because, need?.note, supply?.note].filter(Boolean))].join(' ')

function factsOf({ need, supply, gap, share, forecast }: NeedCell): Fact[] {
  const told = (figure: Figure | null): string =>
    figure ? [basisText(figure), valueText(figure), unitText(figure)].filter(Boolean).join(' ') : 'not known'
  const size = gap && gap.value !== null ? { ...gap, value: Math.abs(gap.value) } : gap
  const word = !gap?.value ? '' : gap.value > 0 ? ' short' : ' spare'
  return [
    { term: 'Need', value: told(need) },
    { term: 'Supply', value: told(supply) },
    { term: 'Gap', value: `${told(size)}${word}`, ...(word === ' short' ? { tone: 'need' as const } : {}) },
    ...(share === null ? [] : [{ term: 'Of need', value: `${percent(Math.abs(share))}${word}` }]),
    ...(forecast
      ? [
          {
            term: 'Need forecast',
            value: `${told(forecast.need)}${forecast.need.period ? `, ${periodText(forecast.need.period)}` : ''}`,
          },
        ]
      : []),
  ]
}

function Part({
  slug,
  kind,
  figure,
  missing,
}: {
  slug: string
  kind: FigureKind
  figure: Figure | null
  missing: string
}) {
  const [source] = figure?.sources ?? []
  if (!figure || !source) {
    return missing ? (
      <div class={`m-fig m-fig--${kind}`}>
        <p class="m-cmp">{missing}</p>
      </div>
    ) : null
  }
  const value = figure.measure === 'gap' && figure.value !== null ? Math.abs(figure.value) : figure.value
  const word = figure.measure === 'gap' && figure.value ? (figure.value > 0 ? 'short' : 'spare') : ''
  return (
    <FigureCard
      kind={kind}
      finding={<a href={figurePath(slug, figure.id)}>{figure.label}</a>}
      stat={{
        value: [basisText(figure), valueText({ ...figure, value })].filter(Boolean).join(' '),
        unit: [unitText(figure), word, figure.period && periodText(figure.period)].filter(Boolean).join(', '),
      }}
      comparator={figure.note ?? figure.method}
      source={{ text: source.title, href: sourcePath(slug, source.key) }}
    />
  )
}
