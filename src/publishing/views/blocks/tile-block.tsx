import { type Tile, type TileClass, TileMap } from '../../../core/ui/charts/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { Area, Hierarchy } from '../../../places/index.ts'
import { tilePositions } from '../../tile-positions.ts'

export interface TileBlockProps {
  readonly title: string
  readonly hierarchies: readonly Hierarchy[]
}

const shades: readonly TileClass[] = ['q-1', 'q-3', 'q-5', 'q-2', 'q-4', 'q-6']

/** A map of squares of the smallest areas that have a place on one, shaded by the group they belong to. */
export function TileBlock({ title, hierarchies }: TileBlockProps) {
  const found = mappedAreas(hierarchies)
  if (!found) return null
  const { areas, positions, groupOf } = found
  const groups = [...new Set(areas.map((area) => groupOf(area.code)))].toSorted()
  const shade = (group: string): TileClass => (groups.length > 1 ? (shades[groups.indexOf(group)] ?? 'd-0') : 'q-1')
  const kind = `${areas[0]?.kind ?? 'area'}s`
  const tiles: Tile[] = areas.map((area) => ({
    name: area.name,
    column: positions.get(area.code)?.column ?? 1,
    row: positions.get(area.code)?.row ?? 1,
    tileClass: shade(groupOf(area.code)),
    value: groups.length > 1 ? groupOf(area.code).replace(` ${title}`, '') : '',
  }))
  return (
    <Section id="map" heading={`${areas.length} ${kind}, each about where it lies`}>
      <TileMap
        alternative={`Map of squares: the ${areas.length} ${kind} of ${title}.`}
        tiles={tiles}
        legend={groups.length > 1 ? groups.map((group) => ({ text: group, tileClass: shade(group) })) : []}
        table={{
          caption: `The ${kind} of ${title}`,
          columns: [{ heading: 'Name' }, { heading: 'Code' }, { heading: 'Belongs to' }],
          rows: areas.map((area) => [area.name, area.code, groupOf(area.code)]),
        }}
      />
    </Section>
  )
}

function mappedAreas(hierarchies: readonly Hierarchy[]) {
  const parents = hierarchies.flatMap(({ roots }) => roots.flatMap(familiesOf))
  for (const kind of ['ward', 'district']) {
    const families = parents.filter(({ child }) => child.kind === kind)
    const areas = [...new Map(families.map(({ child }) => [child.code, child as Area])).values()]
    const positions = tilePositions(areas.map((area) => area.code))
    if (!positions) continue
    // A zone says more than the county that every district is in.
    const groupOf = (code: string) =>
      families.filter(({ child }) => child.code === code).toSorted((a, b) => rank(a.parent) - rank(b.parent))[0]?.parent
        .name ?? ''
    return { areas: areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')), positions, groupOf }
  }
  return undefined
}

const rank = (parent: Area): number => (['zone', 'locality'].includes(parent.kind) ? 0 : 1)

type Node = Hierarchy['roots'][number]

const familiesOf = (node: Node): { parent: Node; child: Node }[] =>
  node.children.flatMap((child) => [{ parent: node, child }, ...familiesOf(child)])
