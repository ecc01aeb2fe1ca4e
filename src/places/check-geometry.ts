import { invalid } from '../core/errors/index.ts'
import { doubtful, type Rejection } from '../core/import/index.ts'
import { coordinateTrouble } from './coordinate-system.ts'
import { openGap, openHole } from './holes.ts'
import type { GeoFile } from './read-geojson.ts'
import { boundsOf, type Point, shapeArea } from './ring.ts'
import { ringTrouble } from './ring-trouble.ts'
import type { TakenFeature } from './take-features.ts'

/** Refuses a whole file whose coordinates are not degrees in the United Kingdom. */
export function checkCoordinates(name: string, { features, system }: GeoFile): void {
  const trouble = coordinateTrouble(boundsOf(features.flatMap(({ shape }) => shape)), system)
  if (trouble) throw invalid(`${name}: ${trouble}`)
}

/** Refuses a file in which an area bounds no ground; what is slight is told, a line being the feature's place in the file. */
export function checkRings(name: string, taken: readonly TakenFeature[]): Rejection[] {
  return taken.flatMap(({ area, feature: { place, shape } }) => {
    const ground = shapeArea(shape)
    const troubles = shape.flat().flatMap((ring) => ringTrouble(ring, ground) ?? [])
    const grave = troubles.find(({ slight }) => !slight)
    if (grave) throw invalid(`${name}: the edge of ${area.name} (feature ${place}) ${grave.words}.`)
    const [first] = troubles
    const reason = `The edge of ${area.name} ${first?.words} in a small loop, and is taken as it is.`
    return first ? [{ line: place, column: null, reason }] : []
  })
}

/** Refuses a file with a hole that none of its areas fills, unless somebody says that it is meant. */
export function checkHoles(name: string, taken: readonly TakenFeature[], { features }: GeoFile): void {
  const advice = 'An area may be missing from the file. If the hole is meant, import it again with --yes.'
  for (const { area, feature } of taken) {
    const others = features.filter((one) => one !== feature).map(({ shape }) => shape)
    const hole = openHole(feature.shape, others)
    if (hole)
      throw doubtful(`${name}: ${area.name} has a hole at ${at(hole)} that no other area of the file fills.`, advice)
  }
  const gap = openGap(
    taken.map(({ feature }) => feature.shape),
    features.map(({ shape }) => shape),
  )
  if (gap) throw doubtful(`${name}: between its areas there is a hole at ${at(gap)} that none of them fills.`, advice)
}

const at = ([east, north]: Point): string => `${east.toFixed(3)}, ${north.toFixed(3)}`.replaceAll('-', '−')
