import type { LegendEntry, TileClass } from '../../../core/ui/charts/index.ts'
import type { TableData } from '../../../core/ui/parts/index.ts'
import type { Source } from '../../../evidence/index.ts'
import type { Boundary, Level } from '../../../places/index.ts'
import { placePath } from '../paths.ts'
import { AreaMap } from './area-map.tsx'

export interface LevelMapProps {
  readonly slug: string
  /** The name of the whole. */
  readonly title: string
  readonly level: Level
  readonly boundaries: ReadonlyMap<string, Boundary>
  /** Names and licences of what boundaries were imported from. */
  readonly sources?: ReadonlyMap<string, Source> | undefined
  /** The area that the map is to show, and all that lie in it; left out, the map shows which areas belong together. */
  readonly shown?: { readonly name: string; readonly codes: ReadonlySet<string> } | undefined
  /** What the table beside the map tells, in place of names and codes; it then stands open. */
  readonly table?: TableData | undefined
}

const shades: readonly TileClass[] = ['q-1', 'q-3', 'q-5', 'q-2', 'q-4', 'q-6']

/** Where the areas of a level lie, by the larger area that each belongs to, or with some of them marked. */
export function LevelMap({ slug, title, level, boundaries, sources, shown, table }: LevelMapProps) {
  const groups = [...new Set(level.areas.flatMap(({ group }) => group?.name ?? []))].toSorted()
  const several = groups.length > 1 && groups.length <= shades.length
  const marked = ({ code }: { code: string }) => shown?.codes.has(code) === true
  const shadeOf = (group: string | undefined): TileClass =>
    several && group !== undefined ? (shades[groups.indexOf(group)] ?? 'q-1') : 'q-1'
  const many = level.name.toLowerCase()
  const legend: readonly LegendEntry[] = shown
    ? [
        { text: shown.name, tileClass: 'q-5' },
        { text: `Other ${many}`, tileClass: 'q-1' },
      ]
    : several
      ? groups.map((group) => ({ text: group, tileClass: shadeOf(group) }))
      : []
  return (
    <AreaMap
      slug={slug}
      sources={sources}
      areas={level.areas.map((area) => ({
        code: area.code,
        name: area.name,
        tileClass: shown ? (marked(area) ? 'q-5' : 'q-1') : shadeOf(area.group?.name),
        value: '',
        note: shown || !several ? undefined : area.group?.name,
        href: placePath(slug, area.code),
        current: marked(area) && shown?.codes.size === 1,
      }))}
      boundaries={boundaries}
      legend={legend}
      alternative={`Map of the ${level.areas.length} ${many} of ${title}${shown ? `: where ${shown.name} lies` : ''}.`}
      tableOpen={table !== undefined}
      table={
        table ?? {
          caption: `The ${many} of ${title}`,
          columns: [{ heading: 'Name' }, { heading: 'Code' }, ...(several ? [{ heading: 'Belongs to' }] : [])],
          rows: level.areas.map(({ code, name, group }) => [
            <a href={placePath(slug, code)}>{name}</a>,
            code,
            ...(several ? [group?.name ?? null] : []),
          ]),
          missing: 'belongs to none of them',
        }
      }
    />
  )
}

/** Whether the boundaries of all areas of a level are known, so that its map draws them. */
export const isBounded = ({ areas }: Level, boundaries: ReadonlyMap<string, Boundary>): boolean =>
  areas.every(({ code }) => boundaries.has(code))
