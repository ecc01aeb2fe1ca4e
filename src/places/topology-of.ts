import type { GeometryCollection as GeometriesOf, MultiPolygon } from 'geojson'
import { topology } from 'topojson-server'
import type { MultiPolygon as ArcsOf, GeometryCollection, Topology } from 'topojson-specification'
import type { Point, Shape } from './ring.ts'

/** Shapes as one web of lines, in which neighbours share those of their borders; coordinates to five decimals, about a metre. */
export interface ShapeWeb {
  readonly web: Topology
  /** One for each shape, in their order. */
  readonly geometries: ArcsOf[]
}

const perDegree = 1e5

/** Finds the borders that shapes share. */
export function topologyOf(shapes: readonly Shape[]): ShapeWeb {
  const geometries = shapes.map(
    (shape): MultiPolygon => ({
      type: 'MultiPolygon',
      coordinates: shape.map((rings) => rings.map((ring) => withoutRepeats(ring.map(rounded)).map(([x, y]) => [x, y]))),
    }),
  )
  const all: GeometriesOf = { type: 'GeometryCollection', geometries }
  const web = topology({ all })
  return { web, geometries: (web.objects.all as GeometryCollection).geometries as ArcsOf[] }
}

const rounded = ([x, y]: Point): Point => [round(x), round(y)]

const round = (degrees: number): number => Math.round(degrees * perDegree) / perDegree

const withoutRepeats = (ring: readonly Point[]): Point[] =>
  ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1])
