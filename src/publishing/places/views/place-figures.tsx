import { EmptyState, Section } from '../../../core/ui/parts/index.ts'
import { dataPath, homePath, tablePath } from '../../paths.ts'
import { CitedFigures } from '../../views/cited-figures.tsx'
import type { PlacePageProps } from './place-props.ts'

/** As many figures as an area's page lists; its files have them all. */
const listed = 60

/** The figures that documents print for an area, and everything about it as files. */
export function PlaceFigures({ partnership: { slug, areaCode }, area, figures }: PlacePageProps) {
  const all = `${tablePath(slug, 'figures', 'csv')}?area=${encodeURIComponent(area.code)}`
  return (
    <>
      <Section
        id="figures"
        heading={
          area.code === areaCode
            ? 'The figures that documents print are in the statement'
            : figures.length === 0
              ? 'No document prints a figure for it'
              : figures.length === 1
                ? 'Documents print one figure for it'
                : `Documents print ${figures.length} figures for it`
        }
        intro={
          figures.length > listed ? (
            <>
              The first {listed} are listed; <a href={all}>the file has them all</a>.
            </>
          ) : undefined
        }
      >
        {area.code === areaCode ? (
          <p>
            <a href={homePath(slug)}>Read them section by section</a>
          </p>
        ) : figures.length > 0 ? (
          <CitedFigures slug={slug} caption={`Figures for ${area.name}`} figures={figures.slice(0, listed)} />
        ) : (
          <EmptyState
            what={`Figures that documents print for ${area.name} stand here, each with its source.`}
            why="The documents of this statement print none for it alone."
            link={{ text: 'Every figure of the statement as data', href: dataPath(slug) }}
          />
        )}
      </Section>
      <Section id="files" heading="Take the figures with you">
        <ul class="govuk-list">
          <li>
            <a href={all}>Every figure for {area.name} as CSV</a>
          </li>
          <li>
            <a href={all.replace('figures.csv', 'figures.json')}>The same as JSON</a>
          </li>
          <li>
            <a href={tablePath(slug, 'areas', 'csv')}>All areas with their codes and what they lie in, as CSV</a>
          </li>
        </ul>
      </Section>
    </>
  )
}
