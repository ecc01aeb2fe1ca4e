import type { AreaNode, Hierarchy } from '../../places/index.ts'

/** The names of all areas of hierarchies, by their codes. */
export const namesIn = (hierarchies: readonly Hierarchy[]): ReadonlyMap<string, string> =>
  new Map(hierarchies.flatMap(({ roots }) => roots.flatMap(namesFrom)))

const namesFrom = ({ code, name, children }: AreaNode): (readonly [string, string])[] => [
  [code, name],
  ...children.flatMap(namesFrom),
]
