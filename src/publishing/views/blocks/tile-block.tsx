import type { Partnership } from '../../../core/auth/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { Source } from '../../../evidence/index.ts'
import { type Boundary, type Hierarchy, levelsOf } from '../../../places/index.ts'
import { placesPath } from '../../places/paths.ts'
import { isBounded, LevelMap } from '../../places/views/level-map.tsx'
import { tilePositions } from '../../tile-positions.ts'

export interface TileBlockProps {
  readonly partnership: Partnership
  readonly hierarchies: readonly Hierarchy[]
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly sources: ReadonlyMap<string, Source>
}

/** A map of the most areas that can be drawn, by their boundaries or as squares, shaded by the group they belong to. */
export function TileBlock({
  partnership: { slug, title, areaCode },
  hierarchies,
  boundaries,
  sources,
}: TileBlockProps) {
  const level = levelsOf(hierarchies, { code: areaCode }).find(
    (one) => isBounded(one, boundaries) || tilePositions(one.areas.map(({ code }) => code)) !== undefined,
  )
  if (!level) return null
  return (
    <Section
      id="map"
      heading={`${level.areas.length} ${level.name.toLowerCase()}, each ${isBounded(level, boundaries) ? 'where it lies' : 'about where it lies'}`}
      intro={<a href={placesPath(slug)}>Every area with its people and services</a>}
    >
      <LevelMap slug={slug} title={title} level={level} boundaries={boundaries} sources={sources} />
    </Section>
  )
}
