import { type GeoIdentityTransform, geoIdentity, geoPath } from 'd3-geo'
import type { MultiPolygon } from 'geojson'
import { labelPlace, type MapLabel, type MapPoint } from './map-labels.ts'

/** Outlines of an area, each with its holes: degrees east and north. It does not matter which way round they go. */
export type MapShape = readonly (readonly (readonly MapPoint[])[])[]

/** An area to be drawn, with what may be written on it. */
export interface ShapedArea {
  readonly name: string
  readonly value: string
  readonly shape: MapShape
}

/** An area as it is drawn: its path, and the words that fit on it. */
export interface DrawnArea {
  readonly path: string
  /** Undefined where not even a number has room. */
  readonly label: MapLabel | undefined
}

export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly areas: readonly DrawnArea[]
}

// The map is shown up to 400 pixels wide and drawn at twice that, so that whole numbers are half pixels.
const size = { width: 800, height: 960, margin: 4 }

/** Draws areas side by side at one scale, north above, and finds for each the words that have room on it. */
export function mapLayout(areas: readonly ShapedArea[]): MapLayout {
  if (areas.length === 0) return { width: size.width, height: 0, areas: [] }
  const geometries = flattened(areas.map(({ shape }) => shape))
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [size.margin, size.margin],
        [size.width - size.margin, size.height - size.margin],
      ],
      { type: 'GeometryCollection', geometries },
    )
  const path = geoPath(projection).digits(0)
  const [[left, top], [, bottom]] = path.bounds({ type: 'GeometryCollection', geometries })
  // The fitted map stands in the middle of its extent: it is moved to the left, where text begins, and to the top.
  const [x, y] = projection.translate()
  projection.translate([x - left + size.margin, y - top + size.margin])
  return {
    width: size.width,
    height: Math.ceil(bottom - top) + 2 * size.margin,
    areas: areas.map(({ name, value }, i) => {
      const geometry = geometries[i] as MultiPolygon
      const outlines = geometry.coordinates.map(([outline = []]) => outline.map((point) => placed(projection, point)))
      return { path: path(geometry) ?? '', label: labelPlace(outlines, name, value, i + 1) }
    }),
  }
}

const placed = (projection: GeoIdentityTransform, [x = 0, y = 0]: readonly number[]): MapPoint =>
  projection([x, y]) ?? [0, 0]

/** Degrees east drawn in, as they are shorter than degrees north away from the equator: true to shape over a county. */
function flattened(shapes: readonly MapShape[]): MultiPolygon[] {
  const norths = shapes.flat(3).map(([, north]) => north)
  const middle = (Math.min(...norths) + Math.max(...norths)) / 2
  const narrow = Math.cos((middle * Math.PI) / 180)
  return shapes.map((shape) => ({
    type: 'MultiPolygon',
    coordinates: shape.map((rings) => rings.map((ring) => ring.map(([east, north]) => [east * narrow, north]))),
  }))
}
