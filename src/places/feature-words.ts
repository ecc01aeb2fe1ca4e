import type { GeoFeature } from './read-geojson.ts'

/** What a feature calls itself. */
export interface FeatureWords {
  readonly code: string | undefined
  /** The property that holds the code, for reports. */
  readonly codeKey: string | null
  readonly name: string | undefined
  /** The year in a property's name: WD13CD is of 2013. */
  readonly edition: string | null
}

// Properties of official boundary files, by meaning: WD13CD, LAD23CD, and those of other publishers.
const officialCode = /^[A-Z]{2,6}(\d{2})?CD$/i
const codeNames = ['code', 'gss_code', 'gsscode', 'area_code', 'areacode', 'geography_code', 'datazone', 'dzcode']
const officialName = /^[A-Z]{2,6}(\d{2})?NM$/i
const nameNames = ['name', 'area_name', 'areaname', 'geography_name', 'label']
const otherName = /^[A-Z]{2,6}(\d{2})?NMW$/i

/** Finds an area's code and name among a feature's properties, whatever they are called. */
export function featureWords({ id, properties }: Pick<GeoFeature, 'id' | 'properties'>): FeatureWords {
  const keys = [...properties.keys()]
  const codeKey = keyOf(keys, officialCode, codeNames)
  const nameKey = keyOf(keys, officialName, nameNames) ?? keys.find((key) => otherName.test(key))
  return {
    code: codeKey === undefined ? id : properties.get(codeKey),
    codeKey: codeKey ?? null,
    name: nameKey === undefined ? undefined : properties.get(nameKey),
    edition: yearOf(codeKey) ?? yearOf(nameKey) ?? null,
  }
}

const keyOf = (keys: readonly string[], official: RegExp, names: readonly string[]) =>
  keys.find((key) => official.test(key)) ?? keys.find((key) => names.includes(key.toLowerCase()))

function yearOf(key: string | undefined): string | undefined {
  const two = /^[A-Z]{2,6}(\d{2})(?:CD|NMW?)$/i.exec(key ?? '')?.[1]
  return two === undefined ? undefined : `${Number(two) > 70 ? 19 : 20}${two}`
}
