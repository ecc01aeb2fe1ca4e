import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Select } from '../../../core/ui/govuk/index.ts'
import { EmptyState, FilterPanel, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import { sumsAt } from '../../../places/index.ts'
import { dataPath, homePath, tablePath } from '../../paths.ts'
import { PlacesBlock } from '../../views/blocks/places-block.tsx'
import { StatementPage } from '../../views/frame.tsx'
import { placePath, placesPath } from '../paths.ts'
import type { PlacesContent } from '../queries/places-content.ts'
import { LevelMap } from './level-map.tsx'

export interface PlacesPageProps extends PlacesContent {
  readonly partnership: Partnership
}

/** Every area of a partnership: a map of one way to cut it, its areas, and each hierarchy from the top down. */
export function PlacesPage(props: PlacesPageProps) {
  const { partnership, hierarchies, levels } = props
  const { slug, title } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title={`Places of ${title}`}
      description={`The areas that ${title} is divided into, with maps, codes and the care services in each.`}
      current="places"
      atTop
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: 'Places' }]}
    >
      <Finding level={1}>{headingOf(title, levels)}</Finding>
      <Lead>Each area has a page: where it lies, who lives there, what care there is and what is short.</Lead>
      {levels.length > 0 ? (
        <Cut {...props} />
      ) : (
        <EmptyState
          what={`A map and a list of the wards, localities or districts of ${title} stand here.`}
          why="No smaller areas have been imported. A file of areas with their parents fills the list, a GeoJSON file of their boundaries the map."
          link={{ text: `The areas that are held, as data`, href: dataPath(slug) }}
        />
      )}
      <PlacesBlock slug={slug} title={title} hierarchies={hierarchies} />
    </StatementPage>
  )
}

function headingOf(title: string, levels: PlacesContent['levels']): string {
  const all = levels.map(({ name, one, areas: { length } }) => `${length} ${length === 1 ? one : name.toLowerCase()}`)
  if (all.length === 0) return `${title} has no smaller areas here yet`
  return `${title} has ${all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`}`
}

function Cut({ partnership: { slug, title }, levels, cut, boundaries, sources, tally }: PlacesPageProps) {
  const grouped = cut.areas.some(({ group }) => group)
  const counts = (key: 'services' | 'places') =>
    sumsAt(cut, tally?.rows.map((row) => [row.place, row[key]] as const) ?? [])
  const [services, places] = [counts('services'), counts('places')]
  // Where the register places its services by other areas, nought would be untrue.
  const counted = services.sums.size > 0
  return (
    <div id="cut">
      {levels.length > 1 ? (
        <FilterPanel
          label="Choose how the area is cut"
          action={placesPath(slug)}
          region="cut"
          result={`${cut.areas.length} ${cut.name.toLowerCase()}`}
          links={[{ text: 'All areas as CSV', href: tablePath(slug, 'areas', 'csv') }]}
        >
          <Select
            name="by"
            label="Cut by"
            value={cut.key}
            items={levels.map(({ key, name }) => ({ text: name, value: key }))}
          />
        </FilterPanel>
      ) : null}
      <Section
        id="map"
        heading={`The ${cut.name.toLowerCase()} of ${title}, each where it lies`}
        intro={
          tally && counted
            ? `Adult services on the register as at ${longDate(tally.asOf)}.${services.rest > 0 ? ` Of ${number(services.rest)} more it tells only the council.` : ''}${tally.demonstration ? ' These services are invented for the demonstration.' : ''}`
            : undefined
        }
      >
        <LevelMap
          slug={slug}
          title={title}
          level={cut}
          boundaries={boundaries}
          sources={sources}
          table={{
            caption: `The ${cut.name.toLowerCase()} of ${title}${counted ? ', with their care services' : ''}`,
            columns: [
              { heading: 'Name' },
              ...(grouped ? [{ heading: 'In' }] : []),
              { heading: 'Code' },
              ...(counted
                ? [
                    { heading: 'Services', align: 'number' as const },
                    { heading: 'Registered places', align: 'number' as const },
                  ]
                : []),
            ],
            missing: 'in no larger area of its own',
            rows: cut.areas.map(({ code, name, group }) => [
              <a href={placePath(slug, code)}>{name}</a>,
              ...(grouped ? [group ? <a href={placePath(slug, group.code)}>{group.name}</a> : null] : []),
              code,
              ...(counted ? [number(services.sums.get(code) ?? 0), number(places.sums.get(code) ?? 0)] : []),
            ]),
          }}
        />
      </Section>
    </div>
  )
}
