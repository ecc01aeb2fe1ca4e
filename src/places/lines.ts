import type { Area } from './area.ts'
import { groundOf } from './ground.ts'
import type { AreaNode, Hierarchy } from './hierarchy.ts'
import { hierarchyName } from './place-words.ts'

/** An area and all that lie in it, whatever hierarchy says so. */
export const codesWithin = (hierarchies: readonly Hierarchy[], code: string): ReadonlySet<string> =>
  groundOf(hierarchies).within(code)

/** Where an area stands in a hierarchy: the areas above it, from the top down. */
export interface LineAbove {
  readonly hierarchy: string
  readonly name: string
  readonly areas: readonly Area[]
  readonly note: string | null
}

/** Where an area stands in each hierarchy that it is in. */
export const linesAbove = (hierarchies: readonly Hierarchy[], code: string): readonly LineAbove[] =>
  hierarchies.flatMap(({ hierarchy, roots }) => {
    const line = lineTo(roots, code)
    const note = line?.at(-1)?.note ?? null
    const areas = line?.slice(0, -1) ?? []
    return areas.length > 0 ? [{ hierarchy, name: hierarchyName(hierarchy), areas, note }] : []
  })

/** The areas directly below another in one hierarchy. */
export interface Parts {
  readonly hierarchy: string
  readonly name: string
  readonly areas: readonly AreaNode[]
}

/** What an area is divided into, in each hierarchy that divides it. */
export const partsOf = (hierarchies: readonly Hierarchy[], code: string): readonly Parts[] =>
  hierarchies.flatMap(({ hierarchy, roots }) => {
    const areas = lineTo(roots, code)?.at(-1)?.children ?? []
    return areas.length > 0 ? [{ hierarchy, name: hierarchyName(hierarchy), areas }] : []
  })

/** The way down to an area, itself last; undefined when it is not there. */
export function lineTo(nodes: readonly AreaNode[], code: string): readonly AreaNode[] | undefined {
  for (const node of nodes) {
    if (node.code === code) return [node]
    const below = lineTo(node.children, code)
    if (below) return [node, ...below]
  }
  return undefined
}
