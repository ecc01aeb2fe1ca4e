import { presimplify } from 'topojson-simplify'
import { type Point, type Ring, ringArea, type Shape } from './ring.ts'
import { topologyOf } from './topology-of.ts'

/** A line that one ring has to itself, or that two neighbours share; each point with its weight. */
type Arc = readonly (readonly number[])[]

interface Web {
  readonly arcs: readonly Arc[]
  /** For each shape its outlines and holes, each as the numbers of its arcs; `~n` is an arc walked backwards. */
  readonly shapes: readonly number[][][][]
}

/**
 * Shapes with about so many points each, of which neighbours still share their borders.
 * Every shape keeps its largest outline; small islands that would be a line are left out.
 */
export function simplifyShapes(shapes: readonly Shape[], pointsEach: number): Shape[] {
  const web = webOf(shapes)
  const threshold = thresholdFor(web, pointsEach * shapes.length)
  // What would collapse is told more exactly, its neighbours' side with it, until everything stands.
  const exactness = new Array<number>(web.arcs.length).fill(0)
  for (;;) {
    const drawn = web.arcs.map((arc, i) => kept(arc, threshold, exactness[i] ?? 0))
    const lost = web.shapes.flatMap((shape) => collapsedArcs(web.arcs, drawn, shape))
    const improvable = lost.filter((arc) => (exactness[arc] ?? 0) < exactest)
    if (improvable.length === 0) return web.shapes.map((shape) => shapeOf(drawn, shape))
    for (const arc of new Set(improvable)) exactness[arc] = (exactness[arc] ?? 0) + 1
  }
}

const exactest = 4

function webOf(shapes: readonly Shape[]): Web {
  const { web, geometries } = topologyOf(shapes)
  return {
    arcs: presimplify(web as Parameters<typeof presimplify>[0]).arcs,
    shapes: geometries.map(({ arcs }) => arcs),
  }
}

/** The weight that a point must have for about so many to stay; a shared one counts for both its shapes. */
function thresholdFor({ arcs, shapes }: Web, points: number): number {
  const weights = shapes
    .flat(3)
    .flatMap((arc) => (arcs[arc < 0 ? ~arc : arc] ?? []).slice(1, -1).map((point) => point[2] ?? 0))
    .sort((a, b) => b - a)
  return weights[points] ?? 0
}

function kept(arc: Arc, threshold: number, exactness: number): Point[] {
  const limit = exactness === exactest ? 0 : threshold / 8 ** exactness
  return arc.filter((point) => (point[2] ?? 0) >= limit).map(([x = 0, y = 0]): Point => [x, y])
}

/** The arcs of rings that would be lines or have lost half their ground; an islet beside a larger outline may go. */
function collapsedArcs(arcs: readonly Arc[], drawn: readonly Point[][], shape: readonly number[][][]): number[] {
  const whole = arcs.map((arc) => arc.map(([x = 0, y = 0]): Point => [x, y]))
  const outlines = shape.map(([outline = []]) => ringArea(stitched(whole, outline)))
  const largest = Math.max(...outlines)
  return shape.flatMap((rings, at) => {
    const islet = (outlines[at] ?? 0) < largest / 200
    return rings.flatMap((ring) => {
      const before = ringArea(stitched(whole, ring))
      const after = stitched(drawn, ring)
      const stands = isRing(after) && ringArea(after) > before / 2 && ringArea(after) < before * 2
      return stands || (islet && !isRing(after)) ? [] : ring.map((arc) => (arc < 0 ? ~arc : arc))
    })
  })
}

function shapeOf(drawn: readonly Point[][], shape: readonly number[][][]): Shape {
  const polygons = shape.map((rings) => rings.map((ring) => stitched(drawn, ring)))
  const standing = polygons.filter(([outline = []]) => isRing(outline))
  return standing.map(([outline = [], ...holes]) => [outline, ...holes.filter(isRing)])
}

const isRing = (ring: Ring): boolean => ring.length >= 4 && ringArea(ring) > 0

/** The ring that arcs make end to end. */
function stitched(arcs: readonly (readonly Point[])[], ring: readonly number[]): Point[] {
  const points: Point[] = []
  for (const at of ring) {
    const arc = at < 0 ? (arcs[~at] ?? []).toReversed() : (arcs[at] ?? [])
    points.push(...(points.length > 0 ? arc.slice(1) : arc))
  }
  return points
}
