import type { Area } from './area.ts'

/** An area in a hierarchy with those below it, by name. */
export interface AreaNode extends Area {
  /** What is to be known about its place here, such as "this grouping is assumed". */
  readonly note: string | null
  readonly children: readonly AreaNode[]
}

/** One way of dividing the ground, from the top down. */
export interface Hierarchy {
  readonly hierarchy: string
  readonly roots: readonly AreaNode[]
}

/** The place of an area in a hierarchy. */
export interface Membership {
  readonly hierarchy: string
  readonly code: string
  readonly parent: string
  readonly note: string | null
}

/** The trees that memberships make; a parent that is nobody's child there is a root. */
export function hierarchiesFrom(memberships: readonly Membership[], areas: ReadonlyMap<string, Area>): Hierarchy[] {
  const byHierarchy = Map.groupBy(memberships, (membership) => membership.hierarchy)
  return [...byHierarchy]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([hierarchy, members]) => ({ hierarchy, roots: rootsOf(members, areas) }))
}

function rootsOf(members: readonly Membership[], areas: ReadonlyMap<string, Area>): AreaNode[] {
  const below = Map.groupBy(members, (member) => member.parent)
  const children = new Set(members.map((member) => member.code))
  const node = (code: string, note: string | null): AreaNode[] => {
    const area = areas.get(code)
    if (!area) return []
    return [
      { ...area, note, children: byName((below.get(code) ?? []).flatMap((child) => node(child.code, child.note))) },
    ]
  }
  return byName([...below.keys()].filter((code) => !children.has(code)).flatMap((code) => node(code, null)))
}

const byName = (nodes: AreaNode[]): AreaNode[] => nodes.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

/** Whether putting an area under a parent would make a circle, where `parentOf` tells each area's present parent. */
export function makesCircle(code: string, parent: string, parentOf: (code: string) => string | undefined): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = parent; at !== undefined && !seen.has(at); at = parentOf(at)) {
    if (at === code) return true
    seen.add(at)
  }
  return false
}
