import type { Partnership } from '../../../core/auth/index.ts'
import { DataTable, EmptyState, Finding, Lead } from '../../../core/ui/parts/index.ts'
import { gapsPath, homePath, sectionPath, servicePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import type { ServicesContent } from '../queries/service-content.ts'
import { Amount } from './gap-table.tsx'
import { GridSources } from './grid-sources.tsx'

export interface ServicesPageProps extends ServicesContent {
  readonly partnership: Partnership
}

/** Every kind of service of which something is told, each leading to its page. */
export function ServicesPage({ partnership, grid, opportunities }: ServicesPageProps) {
  const { slug, title } = partnership
  const cells = new Map(grid.cells.map((cell) => [cell.service.key, cell]))
  const told = Map.groupBy(opportunities, ({ service }) => service.key)
  const all = new Map([...grid.services, ...opportunities.map(({ service }) => service)].map((one) => [one.key, one]))
  const heading = `What ${title} needs and buys, service by service`
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`Every kind of care and support that the market position statement of ${title} tells of: now, forecast, what is wanted, when it is bought, whom to ask.`}
      current="services"
      atTop
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: 'Services' }]}
    >
      <Finding level={1}>{heading}</Finding>
      <Lead>
        Each page tells what there is now, what is forecast, what is wanted, when it is bought and whom to ask.
      </Lead>
      {all.size > 0 ? (
        <div class="m-sec">
          <DataTable
            caption={`Services in ${title}`}
            captionHidden
            columns={[
              { heading: 'Service' },
              { heading: 'Need', align: 'number' },
              { heading: 'Supply', align: 'number' },
              { heading: 'Told to the market' },
            ]}
            missing="not known"
            rows={[...all.values()].map(({ key, name }) => {
              const cell = cells.get(key)
              const need = cell?.need ?? cell?.forecast?.need
              const ahead = need && need === cell?.forecast?.need ? 'forecast' : undefined
              return [
                <a href={servicePath(slug, key)}>{name}</a>,
                need ? <Amount slug={slug} figure={need} word={ahead} /> : null,
                cell?.supply ? <Amount slug={slug} figure={cell.supply} /> : null,
                toldWords(told.get(key)?.map(({ part }) => part) ?? []),
              ]
            })}
          />
          <GridSources slug={slug} grid={grid} />
        </div>
      ) : (
        <EmptyState
          what="A page for each kind of service appears here."
          why={`Nothing is known yet of need, supply or what ${title} wants to buy.`}
          link={{ text: 'What the statement says of supply', href: sectionPath(slug, 'supply') }}
        />
      )}
      <p class="m-read">
        <a href={gapsPath(slug)}>Where care is short</a>
      </p>
    </StatementPage>
  )
}

/** What a service's page tells the market, in words. */
function toldWords(parts: readonly string[]): string {
  const words = [
    parts.includes('wanted') ? 'what is wanted' : '',
    parts.includes('bought') ? 'when it is bought' : '',
    parts.includes('rule') ? 'rules' : '',
  ].filter(Boolean)
  return words.length > 0 ? words.join(', ') : 'nothing yet'
}
