import type { Area, AreaNode, Hierarchy } from '../../places/index.ts'

/** The area of a code among those that a partnership works with; what they only lie in, such as a nation, is none of them. */
export function areaIn(hierarchies: readonly Hierarchy[], code: string): Area | undefined {
  for (const { roots } of hierarchies) {
    const found = below(roots, code)
    if (found) return { code: found.code, name: found.name, kind: found.kind, nation: found.nation }
  }
  return undefined
}

function below(nodes: readonly AreaNode[], code: string): AreaNode | undefined {
  for (const { children } of nodes) {
    const found = children.find((child) => child.code === code) ?? below(children, code)
    if (found) return found
  }
  return undefined
}
