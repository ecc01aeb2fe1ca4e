import type { Bounds } from './ring.ts'

/** What is wrong with the coordinates of a file, in a sentence; undefined when they are degrees in the United Kingdom. */
export function coordinateTrouble(bounds: Bounds, system: string | undefined): string | undefined {
  const [west, south, east, north] = bounds
  const grid = 'Save the file with coordinates in degrees (WGS84, EPSG:4326).'
  if (within(bounds, nationalGrid) && east > 180) {
    return `The coordinates look like metres of the British National Grid, not degrees. ${grid}`
  }
  if (within(bounds, webMercator) && north > 90)
    return `The coordinates look like Web Mercator metres, not degrees. ${grid}`
  if (within([south, west, north, east], kingdom)) {
    return 'Latitude and longitude are swapped: GeoJSON has degrees east first, then degrees north.'
  }
  if (west < -180 || east > 180 || south < -90 || north > 90) return `The coordinates are not degrees. ${grid}`
  if (!within(bounds, kingdom)) {
    return `The areas lie outside the United Kingdom: from ${degrees(west)} to ${degrees(east)} east and ${degrees(south)} to ${degrees(north)} north.`
  }
  if (system && !/CRS:?84|4326|4258|WGS ?84|ETRS ?89/i.test(system)) {
    return `The file says that its coordinates are in ${system}. ${grid}`
  }
  return undefined
}

// The United Kingdom with its seas: Rockall to Lowestoft, Scilly to Muckle Flugga, in degrees.
const kingdom: Bounds = [-14, 49, 3, 62]
// The British National Grid in metres, with the sea around it.
const nationalGrid: Bounds = [-100_000, -100_000, 800_000, 1_400_000]
// The same ground in Web Mercator metres.
const webMercator: Bounds = [-1_600_000, 6_200_000, 340_000, 8_900_000]

const within = ([west, south, east, north]: Bounds, outer: Bounds): boolean =>
  west >= outer[0] && south >= outer[1] && east <= outer[2] && north <= outer[3]

const degrees = (value: number): string => value.toFixed(1).replace('-', '−')
