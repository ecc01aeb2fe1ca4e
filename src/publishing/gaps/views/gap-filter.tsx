import { Select } from '../../../core/ui/govuk/index.ts'
import { FilterPanel } from '../../../core/ui/parts/index.ts'
import type { GapGrid } from '../../../market/index.ts'
import { gapsPath, tablePath } from '../../paths.ts'
import type { When } from '../grid-figure.ts'
import { mappedServices } from '../mapped-services.ts'

interface GapFilterProps {
  readonly slug: string
  readonly grid: GapGrid
  readonly service: string | undefined
  readonly when: When
}

/** Which service the map shows, when, and by which areas; kept in the address. */
export function GapFilter({ slug, grid, service, when }: GapFilterProps) {
  const services = mappedServices(grid)
  const level = grid.levels.find(({ key }) => key === grid.by)
  return (
    <FilterPanel
      label="Choose what the map and the grid show"
      action={gapsPath(slug)}
      region="gap-grid"
      result={`${services.length} services in ${level ? `${grid.areas.length} ${level.name.toLowerCase()}` : grid.whole.name}`}
      links={[{ text: 'Grid as CSV', href: tablePath(slug, 'gaps', 'csv') }]}
    >
      <Select
        id="gap-service"
        name="service"
        label={{ content: 'Map shows' }}
        value={service}
        items={services.map(({ key, name }) => ({ value: key, text: name }))}
      />
      <Select
        id="gap-when"
        name="when"
        label={{ content: 'When' }}
        value={when}
        items={[
          { value: 'now', text: 'Now' },
          { value: 'forecast', text: 'As forecast' },
        ]}
      />
      {level ? (
        <Select
          id="gap-by"
          name="by"
          label={{ content: 'Areas' }}
          value={level.key}
          items={grid.levels.map(({ key, name, areas }) => ({ value: key, text: `${areas} ${name.toLowerCase()}` }))}
        />
      ) : null}
    </FilterPanel>
  )
}
