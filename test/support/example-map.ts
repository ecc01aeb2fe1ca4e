/** An area of an invented map, to be written as GeoJSON. */
export interface ExampleArea {
  readonly code: string
  readonly name: string
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/** Areas as a GeoJSON FeatureCollection with the properties of an official file of wards of 2013. */
export const geoJson = (areas: readonly ExampleArea[], over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(({ code, name, rings }) => ({
      type: 'Feature',
      properties: { WD13CD: code, WD13CDO: 'old', WD13NM: name, WD13NMW: null },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
    ...over,
  })

/** A square with sides of `size` degrees, its south-west corner at a point. */
export const square = (west: number, south: number, size = 0.1): readonly (readonly [number, number])[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
