import { type Point, ringArea, type Shape } from './ring.ts'

/** Mean radius of the Earth in metres. */
const radius = 6_371_009

/** The middle of an area: that of its largest outline. */
export function centreOf(shape: Shape): Point | undefined {
  const outlines = shape.flatMap(([outline]) => (outline ? [outline] : []))
  const [largest] = outlines.toSorted((a, b) => ringArea(b) - ringArea(a))
  const [origin] = largest ?? []
  if (!largest || !origin) return undefined
  let [x, y, twice] = [0, 0, 0]
  for (let i = 1; i < largest.length; i++) {
    const [a, b] = [largest[i - 1] as Point, largest[i] as Point]
    const [ax, ay, bx, by] = [a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  }
  return twice === 0 ? origin : [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)]
}

/** Metres between two points over the ground, as a bird flies. */
export function metresBetween([west, south]: Point, [east, north]: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half =
    Math.sin(rad(north - south) / 2) ** 2 +
    Math.cos(rad(south)) * Math.cos(rad(north)) * Math.sin(rad(east - west) / 2) ** 2
  return Math.round(2 * radius * Math.asin(Math.sqrt(half)))
}
