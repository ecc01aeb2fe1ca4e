import { invalid } from '../core/errors/index.ts'
import type { Point, Ring, Shape } from './ring.ts'

/** One feature of a file: what it is called, and its ground. */
export interface GeoFeature {
  /** Its place in the file, counted from 1. */
  readonly place: number
  readonly id: string | undefined
  readonly properties: ReadonlyMap<string, string>
  readonly shape: Shape
}

/** A file of areas as GeoJSON. */
export interface GeoFile {
  readonly features: readonly GeoFeature[]
  /** The coordinate reference system that the file names, as older files do. */
  readonly system: string | undefined
  /** What the file says about whose work it is. */
  readonly attribution: string | null
}

/** Reads a GeoJSON text of areas, or refuses it in a sentence. */
export function readGeoJson(name: string, text: string): GeoFile {
  const json = parsed(name, text)
  if (!isRecord(json)) throw invalid(`${name} is JSON and no map: it is not a FeatureCollection.`)
  if (json.type === 'Topology') throw invalid(`${name} is TopoJSON. Save it as GeoJSON first.`)
  if (json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    throw invalid(
      `${name} is not a GeoJSON FeatureCollection${typeof json.type === 'string' && json.type !== 'FeatureCollection' ? `; its type is ${json.type}` : ''}.`,
    )
  }
  if (json.features.length === 0) throw invalid(`${name} has no features.`)
  return {
    features: json.features.map((feature, at) => readFeature(feature, at + 1)),
    system: systemOf(json.crs),
    attribution: attributionOf(json),
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const cut = /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text)
    const advice = 'Fetch it again, and compare its size with what the publisher states.'
    if (cut || isOpen(text)) throw invalid(`${name} breaks off before its end: it is half a file.`, advice)
    throw invalid(`${name} is not JSON.`, 'Areas are read from CSV or from a GeoJSON FeatureCollection.')
  }
}

/** Whether brackets that a text opens are still open at its end. */
function isOpen(text: string): boolean {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
  const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0
  return count(/[[{]/g) > count(/[\]}]/g)
}

function readFeature(feature: unknown, place: number): GeoFeature {
  if (!isRecord(feature) || feature.type !== 'Feature') throw invalid(`Feature ${place} is not a GeoJSON feature.`)
  const properties = isRecord(feature.properties) ? Object.entries(feature.properties) : []
  return {
    place,
    id: wordOf(feature.id),
    properties: new Map(properties.flatMap(([key, value]) => (wordOf(value) ? [[key, wordOf(value) ?? '']] : []))),
    shape: readShape(feature.geometry, place),
  }
}

function readShape(geometry: unknown, place: number): Shape {
  if (!isRecord(geometry)) throw invalid(`Feature ${place} has no geometry.`)
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw invalid(`Feature ${place} is a ${String(type)}; an area must be a Polygon or a MultiPolygon.`)
  }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const empty = !Array.isArray(polygons) || polygons.length === 0 || polygons.some((one) => !isFilled(one))
  if (empty) throw invalid(`Feature ${place} has an empty geometry.`)
  return polygons.map((rings: unknown[]) => rings.map((ring) => readRing(ring, place)))
}

const isFilled = (rings: unknown): boolean =>
  Array.isArray(rings) && rings.length > 0 && rings.every((ring) => Array.isArray(ring) && ring.length > 0)

function readRing(ring: unknown, place: number): Ring {
  const points = Array.isArray(ring) ? ring : []
  return points.map((point): Point => {
    const [x, y] = Array.isArray(point) ? point : []
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw invalid(`Feature ${place} has a point that is not two numbers.`)
    return [x, y]
  })
}

function systemOf(crs: unknown): string | undefined {
  const properties = isRecord(crs) ? crs.properties : undefined
  return isRecord(properties) ? wordOf(properties.name) : undefined
}

function attributionOf(json: Record<string, unknown>): string | null {
  const metadata = isRecord(json.metadata) ? json.metadata : {}
  for (const key of ['attribution', 'copyright', 'licence', 'license']) {
    const words = wordOf(json[key]) ?? wordOf(metadata[key])
    if (words) return words.slice(0, 500)
  }
  return null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
