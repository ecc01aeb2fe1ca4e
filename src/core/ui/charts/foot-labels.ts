import { boxOf, type Label, meet } from './label.ts'

/** A place along the foot that could be named. */
export interface FootPlace {
  readonly x: number
  readonly text: string
}

/** What could be named along the foot: first what matters, earlier before later, then places at about a number of equal steps. */
export interface FootPlaces {
  readonly first: readonly FootPlace[]
  readonly regular: (count: number) => readonly FootPlace[]
}

/**
 * Names for the foot of a drawing: as many as fit at the narrowest width are always shown, more where it is broad.
 * Names at the ends stand flush with them.
 */
export function footLabels(
  { first, regular }: FootPlaces,
  y: number,
  plot: { readonly narrow: number; readonly broad: number },
): Label[] {
  const always = fill([], first, regular, y, plot.narrow)
  const broad = fill(always, first, regular, y, plot.broad)
  return [...always, ...broad.slice(always.length).map((label): Label => ({ ...label, only: 'broad' }))]
}

function fill(
  start: readonly Label[],
  first: readonly FootPlace[],
  regular: FootPlaces['regular'],
  y: number,
  width: number,
): Label[] {
  const chosen = [...start]
  const free = (label: Label) => chosen.every((other) => !meet(boxOf(label, width), boxOf(other, width), 10))
  for (const label of first.map(labelAt(y))) {
    if (free(label)) chosen.push(label)
  }
  for (const count of [8, 6, 5, 4, 3, 2]) {
    const some = regular(count).map(labelAt(y)).filter(free)
    const apart = some.every((label, i) => {
      const next = some[i + 1]
      return !next || !meet(boxOf(label, width), boxOf(next, width), 10)
    })
    if (apart) return [...chosen, ...some]
  }
  return chosen
}

const labelAt =
  (y: number) =>
  ({ x, text }: FootPlace): Label => {
    const anchor = x <= 0.5 ? 'start' : x >= 99.5 ? 'end' : 'middle'
    return { x, dx: 0, y, anchor, text, bold: false }
  }
