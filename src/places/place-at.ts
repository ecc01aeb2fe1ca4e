import type { Boundary } from './boundary.ts'
import { isInside, shapeArea } from './ring.ts'

/** The code of the smallest area that a point lies in; undefined when it lies in none. */
export function placeAt(boundaries: Iterable<Boundary>, longitude: number, latitude: number): string | undefined {
  const holding: Boundary[] = []
  for (const boundary of boundaries) {
    const [west, south, east, north] = boundary.bounds
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue
    if (isInside(boundary.geometry.coordinates, [longitude, latitude])) holding.push(boundary)
  }
  if (holding.length < 2) return holding[0]?.code
  const size = new Map(holding.map((one) => [one, shapeArea(one.geometry.coordinates)]))
  return holding.toSorted((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0))[0]?.code
}
