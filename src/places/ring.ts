/** A point as GeoJSON has it: degrees east, degrees north. */
export type Point = readonly [number, number]

/** A closed line: its last point is its first. Which way round it goes does not matter here. */
export type Ring = readonly Point[]

/** Outlines, each with its holes. */
export type Shape = readonly (readonly Ring[])[]

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

/** The area inside a ring in square degrees. */
export function ringArea(ring: Ring): number {
  // Seen from its first point, so that small rings lose no digits to large coordinates.
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as Point
    const [bx, by] = ring[i] as Point
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return Math.abs(twice) / 2
}

/** The area of a shape without its holes, in square degrees. */
export const shapeArea = (shape: Shape): number =>
  shape.reduce((sum, [outline = [], ...holes]) => {
    return sum + ringArea(outline) - holes.reduce((inner, hole) => inner + ringArea(hole), 0)
  }, 0)

/** The smallest upright box around points. */
export function boundsOf(shape: Shape): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of shape.flat(2)) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** Whether a point lies in a shape. Of areas that share a border, a point on it lies in exactly one. */
export function isInside(shape: Shape, [x, y]: Point): boolean {
  let inside = false
  for (const rings of shape) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1] as Point
        const b = ring[i] as Point
        if (a[1] > y === b[1] > y) continue
        // From the lower end to the upper, so that both neighbours of a border compute the same crossing.
        const [low, high] = a[1] < b[1] ? [a, b] : [b, a]
        if (x < low[0] + ((y - low[1]) / (high[1] - low[1])) * (high[0] - low[0])) inside = !inside
      }
    }
  }
  return inside
}
