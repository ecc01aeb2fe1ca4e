import { type Area, type Hierarchy, hierarchyName, type LineAbove } from '../../../places/index.ts'
import { areaIn } from '../area-in.ts'
import { placePath } from '../paths.ts'

export interface PlaceLinesProps {
  readonly slug: string
  readonly area: Area
  readonly lines: readonly LineAbove[]
  readonly hierarchies: readonly Hierarchy[]
}

/** Where an area stands in each hierarchy, from the top down; those that the partnership works with are links. */
export function PlaceLines({ slug, area, lines, hierarchies }: PlaceLinesProps) {
  return (
    <dl class="govuk-summary-list">
      {lines.map(({ hierarchy, areas, note }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{hierarchyName(hierarchy)}</dt>
          <dd class="govuk-summary-list__value">
            {areas.map((above) => (
              <>
                {areaIn(hierarchies, above.code) ? <a href={placePath(slug, above.code)}>{above.name}</a> : above.name}
                {' › '}
              </>
            ))}
            <b>{area.name}</b>
            {note ? <small class="m-under">{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
