import type { Area } from './area.ts'
import type { AreaNode, Hierarchy } from './hierarchy.ts'

/** All hierarchies of a partnership as one web of areas, in which a small area may lie in several larger ones. */
export interface Ground {
  readonly areas: ReadonlyMap<string, Area>
  /** An area and all that lie in it. */
  within(code: string): ReadonlySet<string>
  /** The only one of some areas that an area is or lies in; when there are two, the one that a hierarchy itself leads to. */
  onlyAbove(code: string, wanted: ReadonlySet<string>, hierarchy: string): string | undefined
  /** The nearest area above another that lies in a third. */
  between(code: string, own: string, hierarchy: string): Area | undefined
}

interface Step {
  readonly hierarchy: string
  readonly parent: string
}

/** A page asks of many areas in turn what lies in them. */
const known = new WeakMap<readonly Hierarchy[], Ground>()

/** The web that hierarchies make together. */
export function groundOf(hierarchies: readonly Hierarchy[]): Ground {
  const ground = known.get(hierarchies) ?? webOf(hierarchies)
  known.set(hierarchies, ground)
  return ground
}

function webOf(hierarchies: readonly Hierarchy[]): Ground {
  const areas = new Map<string, Area>()
  const above = new Map<string, Step[]>()
  const below = new Map<string, string[]>()
  const add = (hierarchy: string, node: AreaNode) => {
    const { code, name, kind, nation } = node
    areas.set(code, { code, name, kind, nation })
    for (const child of node.children) {
      above.set(child.code, [...(above.get(child.code) ?? []), { hierarchy, parent: code }])
      below.set(code, [...(below.get(code) ?? []), child.code])
      add(hierarchy, child)
    }
  }
  for (const { hierarchy, roots } of hierarchies) for (const root of roots) add(hierarchy, root)

  const within = (code: string) => reached(code, (at) => below.get(at) ?? [])
  const parentsOf = (code: string, hierarchy?: string) =>
    (above.get(code) ?? []).filter((step) => !hierarchy || step.hierarchy === hierarchy).map(({ parent }) => parent)
  const found = (code: string, wanted: ReadonlySet<string>, hierarchy?: string) =>
    [...reached(code, (at) => (wanted.has(at) ? [] : parentsOf(at, hierarchy)))].filter((at) => wanted.has(at))
  return {
    areas,
    within,
    onlyAbove: (code, wanted, hierarchy) => {
      const all = found(code, wanted)
      const near = all.length > 1 ? found(code, wanted, hierarchy) : all
      return near.length === 1 ? near[0] : undefined
    },
    between: (code, own, hierarchy) => {
      const inside = within(own)
      const nearest = [...parentsOf(code, hierarchy), ...parentsOf(code)]
      const parent = nearest.find((at) => at !== own && inside.has(at))
      return parent === undefined ? undefined : areas.get(parent)
    },
  }
}

/** All that can be reached from a start, itself first; circles are walked once. */
function reached(start: string, next: (at: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start])
  for (const at of seen) for (const one of next(at)) seen.add(one)
  return seen
}
