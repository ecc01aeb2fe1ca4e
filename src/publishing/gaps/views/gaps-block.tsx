import type { Partnership } from '../../../core/auth/index.ts'
import { HeatGrid } from '../../../core/ui/charts/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { EmptyState, Finding, Section } from '../../../core/ui/parts/index.ts'
import { unitWords } from '../../../evidence/index.ts'
import { cellOf, type GapGrid, type GridArea, type GridService, inSentence, isForecast } from '../../../market/index.ts'
import { gapCellPath, gapsPath, servicePath, servicesPath } from '../../paths.ts'
import { placePath } from '../../places/paths.ts'
import { gridFigure, type When } from '../grid-figure.ts'
import { mappedServices } from '../mapped-services.ts'
import type { GapsContent } from '../queries/gaps-content.ts'
import { gapsInNumbers } from '../whole-gaps.ts'
import { GapFilter } from './gap-filter.tsx'
import { GapMap } from './gap-map.tsx'
import { GapTable, WholeBars } from './gap-table.tsx'
import { GridSources } from './grid-sources.tsx'
import { Shortages } from './shortages.tsx'
import { Waiting } from './waiting.tsx'
import { WorstFirst } from './worst-first.tsx'

export interface GapsBlockProps extends GapsContent {
  readonly partnership: Partnership
}

/** So many services of the whole are drawn, the shortest first; the table has them all. */
const barsDrawn = 10

/** Map to find, grid to compare, bars for the whole, and what documents name as short. */
export function GapsBlock({ partnership, grid, service, when, wholeGrid, boundaries, sources }: GapsBlockProps) {
  const { slug } = partnership
  const services = grid.services.filter(({ needKnown }) => needKnown)
  const byArea = mappedServices(grid)
  const shown = byArea.find(({ key }) => key === service)
  const whole = grid.cells.filter(
    ({ area, service: of }) => area.code === grid.whole.code && services.some(({ key }) => key === of.key),
  )
  const shortest = gapsInNumbers(whole).slice(0, barsDrawn)
  return (
    <>
      {shown && grid.areas.length > 0 ? (
        <Section
          id="grid"
          heading={`Supply against need, ${levelName(grid).toLowerCase()} by service`}
          intro={<About grid={grid} when={when} />}
        >
          <div id="gap-grid">
            <GapFilter slug={slug} grid={grid} service={service} when={when} />
            <div class="m-cols m-cols--2">
              <GapMap slug={slug} grid={grid} service={shown} when={when} boundaries={boundaries} sources={sources} />
              <section aria-labelledby="gap-whole">
                <Finding level={3} id="gap-whole">
                  All of {grid.whole.name}
                </Finding>
                <p class="m-2">Supply against need, now, the shortest first</p>
                <WholeBars label={`Supply against need in all of ${grid.whole.name}`} cells={shortest} />
              </section>
            </div>
            <section class="m-sec" aria-labelledby="gap-all">
              <Finding level={3} id="gap-all">
                Every {levelOne(grid)}, every service
              </Finding>
              <p class="m-2">Supply against need, {when === 'now' ? 'now' : 'as forecast'}</p>
              <WorstFirst slug={slug} grid={grid} services={byArea} when={when} wholeGrid={wholeGrid} service={service}>
                <Grid slug={slug} grid={grid} services={byArea} when={when} />
              </WorstFirst>
              <GridSources slug={slug} grid={grid} />
            </section>
          </div>
        </Section>
      ) : null}
      {!shown && grid.levels.length > 1 ? (
        <Section id="grid" heading={`What is short in each ${levelOne(grid)} is not known`}>
          <EmptyState
            what={`Supply against need by ${levelOne(grid)} appears here.`}
            why={`Neither a document nor the register tells of need by ${levelOne(grid)}.`}
            link={{ text: 'By other areas', href: gapsPath(slug) }}
          />
        </Section>
      ) : null}
      {whole.length > 0 ? (
        <Section
          id="whole"
          heading={`All of ${grid.whole.name}, service by service`}
          intro={shown ? undefined : <About grid={grid} when={when} />}
        >
          {shown ? null : <WholeBars label={`Supply against need in all of ${grid.whole.name}`} cells={shortest} />}
          <div class="m-spaced">
            <GapTable
              slug={slug}
              caption={`Need, supply and gap in all of ${grid.whole.name}`}
              cells={whole.filter(({ need, supply, forecast, unmet }) => need ?? supply ?? forecast ?? unmet[0])}
              by="service"
            />
          </div>
          {shown ? null : <GridSources slug={slug} grid={grid} />}
        </Section>
      ) : null}
      <Waiting slug={slug} grid={grid} />
      {grid.named.length > 0 ? (
        <Section
          id="named"
          heading="What the documents name as short or want"
          intro="A shortage may be named without a number; a target says what is wanted, not what will be."
        >
          <Shortages slug={slug} caption="Shortages and targets that documents name" volumes={grid.named} />
        </Section>
      ) : null}
      <Unknown slug={slug} grid={grid} />
    </>
  )
}

/** What the numbers are of. */
function About({ grid, when }: { grid: GapGrid; when: When }) {
  const ahead = grid.cells.flatMap(({ volumes }) => volumes).filter(isForecast)
  return (
    <>
      {when === 'forecast' ? 'As forecast. ' : 'As it is now. '}
      {grid.asOf
        ? `Registered places are those of ${longDate(grid.asOf)}${grid.demonstration ? ', of services invented for the demonstration' : ''}. `
        : ''}
      Choose {grid.areas.length > 0 ? 'a cell' : 'a service'} to see what it is made of
      {when === 'now' && ahead.length > 0 ? ' and what is forecast' : ''}.
    </>
  )
}

const levelName = ({ levels, by }: GapGrid): string => levels.find(({ key }) => key === by)?.name ?? 'Areas'
const levelOne = ({ levels, by }: GapGrid): string => levels.find(({ key }) => key === by)?.one ?? 'area'

interface GridProps {
  readonly slug: string
  readonly grid: GapGrid
  readonly services: readonly GridService[]
  readonly when: When
}

function Grid({ slug, grid, services, when }: GridProps) {
  const one = levelOne(grid)
  return (
    <HeatGrid
      caption={`Supply against need in every ${one} by service, ${when === 'now' ? 'now' : 'as forecast'}`}
      captionHidden
      areaName={one.charAt(0).toUpperCase() + one.slice(1)}
      services={services.map(({ name, unit }) => ({ name, unit: unit === null ? '' : unitWords(unit, 2) }))}
      areas={inGroups(grid.areas).map(({ code, name, group }) => ({
        name,
        href: placePath(slug, code),
        group: group ?? undefined,
        cells: services.map(({ key }) => {
          const cell = cellOf(grid, code, key)
          return {
            ...gridFigure(cell, when),
            href: cell ? gapCellPath(slug, code, key) : servicePath(slug, key),
          }
        }),
      }))}
    />
  )
}

/** Areas of one group together; none are grouped unless all are. */
function inGroups(areas: readonly GridArea[]): readonly GridArea[] {
  if (areas.some(({ group }) => group === null)) return areas.map((area) => ({ ...area, group: null }))
  return areas.toSorted(
    (a, b) => (a.group ?? '').localeCompare(b.group ?? '', 'en-GB') || a.name.localeCompare(b.name, 'en-GB'),
  )
}

/** Services whose supply is known and whose need nobody has told. */
function Unknown({ slug, grid }: { slug: string; grid: GapGrid }) {
  const services = grid.services.filter(({ needKnown }) => !needKnown)
  return (
    <Section id="unknown" heading={services.length > 0 ? 'Where need is not known' : 'Service by service'}>
      {services.length > 0 ? (
        <p class="m-read">
          Supply is known and need is not, so there is no gap to tell:{' '}
          {services.map(({ key, name }, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a href={servicePath(slug, key)}>{inSentence(name)}</a>
            </>
          ))}
          .
        </p>
      ) : null}
      <p class="m-read">
        <a href={servicesPath(slug)}>Every service: now, forecast, what is wanted, when it is bought</a>
      </p>
    </Section>
  )
}
