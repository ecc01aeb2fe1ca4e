import type { Area } from './area.ts'
import { type Ground, groundOf } from './ground.ts'
import type { AreaNode, Hierarchy } from './hierarchy.ts'
import { lineTo } from './lines.ts'
import { hierarchyName, kindName, kindsName } from './place-words.ts'

/** An area as one of a level. */
export interface LevelArea extends Area {
  readonly note: string | null
  /** The area between it and the whole, in whatever hierarchy: the zone of a district. */
  readonly group: Area | undefined
}

/** One way to cut a partnership's ground: the areas of one step down a hierarchy from the whole. */
export interface Level {
  /** As an address says it: the hierarchy for its first step, `zone.district` for one further down. */
  readonly key: string
  readonly hierarchy: string
  /** "Wards" */
  readonly name: string
  /** "ward" */
  readonly one: string
  readonly areas: readonly LevelArea[]
}

/** A level that figures are cut by. */
export interface AreasAt extends Level {
  /** The area of the cut that an area lies in, whatever hierarchy leads there; undefined when it is in none, or could be in two. */
  ancestorAt(code: string): string | undefined
}

/** More areas than this are too many to open with. */
const manyAreas = 40

/** Every way to cut a partnership's own area: the one with most areas first, those with too many last; none when it has no smaller areas. */
export function levelsOf(hierarchies: readonly Hierarchy[], { code }: Pick<Area, 'code'>): readonly Level[] {
  const of = known.get(hierarchies) ?? new Map<string, readonly Level[]>()
  known.set(hierarchies, of)
  const levels = of.get(code) ?? levelsBelow(hierarchies, code)
  of.set(code, levels)
  return levels
}

/** A page asks for those of one area several times. */
const known = new WeakMap<readonly Hierarchy[], Map<string, readonly Level[]>>()

function levelsBelow(hierarchies: readonly Hierarchy[], code: string): readonly Level[] {
  const ground = groundOf(hierarchies)
  const steps = hierarchies.flatMap(({ hierarchy, roots }) => stepsBelow(hierarchy, roots, code))
  const levels = steps
    .toSorted((a, b) => a.step - b.step)
    .map(({ hierarchy, step, nodes }) => levelOf(ground, code, hierarchy, step, nodes))
  // Two hierarchies that come to the same areas are one way to cut.
  const once = new Map(levels.toReversed().map((level) => [level.areas.map((area) => area.code).join(' '), level]))
  const rank = ({ areas: { length } }: Level) => (length > manyAreas ? -length : length)
  return [...once.values()].toSorted((a, b) => rank(b) - rank(a) || a.key.localeCompare(b.key))
}

/** The areas to show for a level's key, or for the first level when there is none of that key; the whole alone when nothing is smaller. */
export function areasAt(hierarchies: readonly Hierarchy[], own: Pick<Area, 'code' | 'name'>, by?: string): AreasAt {
  const ground = groundOf(hierarchies)
  const levels = levelsOf(hierarchies, own)
  const level = levels.find(({ key }) => key === by) ?? levels[0] ?? whole(ground, own)
  const cut = new Set(level.areas.map(({ code }) => code))
  return { ...level, ancestorAt: (code) => ground.onlyAbove(code, cut, level.hierarchy) }
}

/** Sums of what rows count, by the areas of a cut; `rest` is what lies in no single one of them, so that all together is the total. */
export function sumsAt(
  cut: Pick<AreasAt, 'ancestorAt'>,
  rows: Iterable<readonly [code: string, value: number]>,
): { readonly sums: ReadonlyMap<string, number>; readonly rest: number } {
  const sums = new Map<string, number>()
  let rest = 0
  for (const [code, value] of rows) {
    const area = cut.ancestorAt(code)
    if (area === undefined) rest += value
    else sums.set(area, (sums.get(area) ?? 0) + value)
  }
  return { sums, rest }
}

interface Step {
  readonly hierarchy: string
  /** How far below the whole. */
  readonly step: number
  readonly nodes: readonly AreaNode[]
}

function stepsBelow(hierarchy: string, roots: readonly AreaNode[], own: string): Step[] {
  const steps: Step[] = []
  let nodes = lineTo(roots, own)?.at(-1)?.children ?? []
  while (nodes.length > 0) {
    steps.push({ hierarchy, step: steps.length, nodes })
    nodes = nodes.flatMap(({ children }) => children)
  }
  return steps
}

function levelOf(ground: Ground, own: string, hierarchy: string, step: number, nodes: readonly AreaNode[]): Level {
  const kinds = new Set(nodes.map(({ kind }) => kind))
  const [kind = ''] = kinds
  const areas = nodes
    .map((node) => ({ ...areaOf(node), note: node.note, group: ground.between(node.code, own, hierarchy) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return {
    key: step === 0 ? hierarchy : `${hierarchy}.${kind}`,
    hierarchy,
    name: kinds.size === 1 ? kindsName(kind) : hierarchyName(hierarchy),
    one: kinds.size === 1 ? kindName(kind) : 'area',
    areas,
  }
}

function whole(ground: Ground, own: Pick<Area, 'code' | 'name'>): Level {
  const area = ground.areas.get(own.code)
  const areas = area ? [{ ...area, note: null, group: undefined }] : []
  return { key: 'whole', hierarchy: 'whole', name: own.name, one: area ? kindName(area.kind) : 'area', areas }
}

const areaOf = ({ code, name, kind, nation }: Area): Area => ({ code, name, kind, nation })
