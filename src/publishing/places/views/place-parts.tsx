import { number } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { codesWithin, kindsName } from '../../../places/index.ts'
import { sumOf } from '../../../providers/index.ts'
import { placePath } from '../paths.ts'
import type { PlacePageProps } from './place-props.ts'

/** What an area is divided into, with the services in each part. */
export function PlaceParts({ partnership: { slug }, area, parts, hierarchies, tally }: PlacePageProps) {
  return (
    <>
      {parts.map(({ hierarchy, name, areas }) => {
        const kinds = new Set(areas.map(({ kind }) => kind))
        const many = kinds.size === 1 ? kindsName(areas[0]?.kind ?? '').toLowerCase() : 'areas'
        const notes = new Set(areas.map(({ note }) => note))
        const common = notes.size === 1 ? areas[0]?.note : null
        const sums = areas.map(({ code }) => {
          const codes = codesWithin(hierarchies, code)
          return sumOf((tally?.rows ?? []).filter(({ place }) => codes.has(place)))
        })
        // Where a register places its services by other areas, nought would be untrue.
        const counted = sums.some(({ services }) => services > 0)
        return (
          <Section
            id={`parts-${hierarchy}`}
            heading={`${areas.length} ${many} lie in ${area.name}`}
            intro={common ?? undefined}
          >
            <DataTable
              caption={`${name} in ${area.name}`}
              captionHidden
              columns={[
                { heading: 'Name' },
                { heading: 'Code' },
                ...(counted
                  ? [
                      { heading: 'Services', align: 'number' as const },
                      { heading: 'Registered places', align: 'number' as const },
                    ]
                  : []),
              ]}
              rows={areas.map(({ code, name: called, note }, i) => [
                <>
                  <a href={placePath(slug, code)}>{called}</a>
                  {note && !common ? <small class="m-under">{note}</small> : null}
                </>,
                code,
                ...(counted ? [number(sums[i]?.services ?? 0), number(sums[i]?.places ?? 0)] : []),
              ])}
            />
          </Section>
        )
      })}
    </>
  )
}
