import { about } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Section, SourceLine } from '../../../core/ui/parts/index.ts'
import { valueText } from '../../figure-words.ts'
import { dataPath, figurePath, sourcePath, tablePath } from '../../paths.ts'
import type { PeopleTable } from '../people-of.ts'
import type { PlacePageProps } from './place-props.ts'

/** Who lives in an area, by age: as last counted and as projected. */
export function PlacePeople({ partnership: { slug }, area, people }: PlacePageProps) {
  if (!people) {
    return (
      <Section id="people" heading="Who lives here is not known yet">
        <EmptyState
          what={`People of ${area.name} by age stand here.`}
          why="No population file that names this area has been imported. One with this area’s code or name fills it."
          link={{ text: 'The population that is held, as data', href: dataPath(slug) }}
        />
      </Section>
    )
  }
  const source = people.rows[0]?.figures.find((figure) => figure)?.sources[0]
  return (
    <Section id="people" heading={findingOf(people, area.name)}>
      <DataTable
        caption={`People of ${area.name} by age`}
        captionHidden
        columns={[
          { heading: 'Age' },
          ...people.years.map(({ year, kind }) => ({
            heading: String(year),
            unit: kind === 'estimate' ? 'people, estimate' : 'people, projection',
            align: 'number' as const,
          })),
        ]}
        missing="the source’s age groups do not tell"
        rows={people.rows.map(({ label, figures }) => [
          label,
          ...figures
            .map((figure) => figure && <a href={figurePath(slug, figure.id)}>{valueText(figure)}</a>)
            .map((cell) => cell ?? null),
        ])}
      />
      {source ? (
        <SourceLine
          source={{
            text: `${source.publisher}, ${source.edition ?? source.title}`,
            href: sourcePath(slug, source.key),
          }}
          csv={{ href: `${tablePath(slug, 'population', 'csv')}?area=${encodeURIComponent(area.code)}` }}
        />
      ) : null}
    </Section>
  )
}

/** How the oldest of those told of grow, or how many there are. */
function findingOf({ rows, years }: PeopleTable, name: string): string {
  const older = rows.findLast(({ figures }) => figures.every((figure) => figure?.value != null))
  const [now, then] = older?.figures ?? []
  const who = (older?.label ?? 'People').replace(/^P/, 'p')
  if (now?.value == null) return `People of ${name} by age`
  if (then?.value == null || now.value === 0) return `${upper(about(now.value))} ${who} live in ${name}`
  const change = Math.round((then.value / now.value - 1) * 100)
  const grow = change < 0 ? `fall by ${-change}%` : `grow by ${change}%`
  return `The number of ${who} is projected to ${grow} from ${years[0]?.year} to ${years[1]?.year}`
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
