import { merge } from 'topojson-client'
import { boundsOf, isInside, type Point, type Ring, ringArea, type Shape, shapeArea } from './ring.ts'
import { topologyOf } from './topology-of.ts'

/** A point in a hole of a shape that no other shape of the file fills; undefined when there is none. */
export function openHole(shape: Shape, others: readonly Shape[]): Point | undefined {
  const holes = shape.flatMap(([, ...holes]) => holes).filter((hole) => ringArea(hole) > 0)
  for (const hole of holes) {
    const inside = pointsIn(hole)
    const open = inside.find((point) => !others.some((other) => isInside(other, point)))
    if (open) return open
  }
  return undefined
}

/** Gaps smaller than this share of the whole are where borders were drawn twice, not where an area is missing. */
const sliverShare = 0.001

/** A point in a gap that shapes enclose together and that none of the file fills; undefined when there is none. */
export function openGap(shapes: readonly Shape[], all: readonly Shape[]): Point | undefined {
  const { web, geometries } = topologyOf(shapes)
  const whole = merge(web, geometries).coordinates as unknown as Shape
  const ground = shapes.reduce((sum, shape) => sum + shapeArea(shape), 0)
  const gaps = whole.flatMap(([, ...holes]) => holes).filter((gap) => ringArea(gap) > ground * sliverShare)
  for (const gap of gaps) {
    const open = pointsIn(gap).find((point) => !all.some((shape) => isInside(shape, point)))
    if (open) return open
  }
  return undefined
}

/** A few points inside a ring: the middle of what it spans at some heights. */
function pointsIn(ring: Ring): Point[] {
  const [, south, , north] = boundsOf([[ring]])
  return [0.5, 0.27, 0.73].flatMap((share) => {
    const y = south + (north - south) * share
    const crossings = crossingsAt(ring, y)
    const spans = crossings.flatMap((x, i) => (i % 2 === 1 ? [[crossings[i - 1] ?? x, x] as const] : []))
    const widest = spans.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
    return widest && widest[1] > widest[0] ? [[(widest[0] + widest[1]) / 2, y] as const] : []
  })
}

function crossingsAt(ring: Ring, y: number): number[] {
  const crossings: number[] = []
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Point, ring[i] as Point]
    if (a[1] > y === b[1] > y) continue
    crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
  }
  return crossings.sort((a, b) => a - b)
}
