import type { Rejection } from '../core/import/index.ts'
import type { Area } from './area.ts'
import { type FeatureWords, featureWords } from './feature-words.ts'
import { foldedName } from './folded-name.ts'
import type { KnownArea } from './known-areas.ts'
import type { GeoFeature } from './read-geojson.ts'

/** A feature of a file with the area that it draws. */
export interface TakenFeature {
  readonly area: Area
  readonly feature: GeoFeature
  readonly edition: string | null
}

/** What features are matched with. */
export interface Atlas {
  /** The area that a code, an earlier code or a name means. */
  readonly areaOf: (text: string) => Area | undefined
  readonly areas: ReadonlyMap<string, Pick<KnownArea, 'names'>>
  /** The areas that the partnership works with or that lie in its own. */
  readonly own: ReadonlySet<string>
}

/** Finds each feature's area; a rejection's line is the feature's place in the file. */
export function takeFeatures(
  features: readonly GeoFeature[],
  atlas: Atlas,
): { readonly taken: readonly TakenFeature[]; readonly rejected: readonly Rejection[] } {
  const taken = new Map<string, TakenFeature>()
  const rejected: Rejection[] = []
  for (const feature of features) {
    const words = featureWords(feature)
    const area = areaNamed(words, atlas)
    const earlier = taken.get(area?.code ?? '')
    const trouble =
      troubleOf(words, area, atlas) ??
      (earlier ? `${area?.name} again, after feature ${earlier.feature.place}` : undefined)
    if (area && !trouble) taken.set(area.code, { area, feature, edition: words.edition })
    else
      rejected.push({ line: feature.place, column: words.codeKey, reason: `Feature ${feature.place} is ${trouble}.` })
  }
  return { taken: [...taken.values()], rejected }
}

const areaNamed = ({ code, name }: FeatureWords, { areaOf }: Atlas): Area | undefined =>
  (code === undefined ? undefined : areaOf(code)) ?? (name === undefined ? undefined : areaOf(name))

function troubleOf(words: FeatureWords, area: Area | undefined, { areaOf, areas, own }: Atlas): string | undefined {
  const { code, name } = words
  const called = [code, name].filter((word) => word !== undefined).join(', ')
  if (called === '') return 'without a code and a name: name a property “code”'
  if (!area) return `${called}, and no area is known by that code or name`
  const other = name === undefined ? undefined : areaOf(name)
  if (name && other && other.code !== area.code && !areas.get(area.code)?.names.has(foldedName(name))) {
    return `${area.name} by its code and ${other.name} by its name`
  }
  return own.has(area.code) ? undefined : `${area.name}, which is not an area of this partnership`
}
