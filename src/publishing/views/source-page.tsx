import type { Partnership } from '../../core/auth/index.ts'
import { longDate, number } from '../../core/ui/format.ts'
import { SummaryList, type SummaryRow } from '../../core/ui/govuk/index.ts'
import { EmptyState, Finding, Section } from '../../core/ui/parts/index.ts'
import { isIsoDate } from '../../core/values/index.ts'
import type { Figure, Source } from '../../evidence/index.ts'
import { dataPath, homePath } from '../paths.ts'
import { CitedFigures } from './cited-figures.tsx'
import { StatementPage } from './frame.tsx'

export interface SourcePageProps {
  readonly partnership: Partnership
  readonly source: Source
  /** Cited figures first, then those worked out from it. */
  readonly figures: readonly Figure[]
}

/** As many figures as a source's page lists; the data has them all. */
const listed = 200

/** A source: what it is, under which licence, and everything here that rests on it. */
export function SourcePage({ partnership, source, figures }: SourcePageProps) {
  const { slug } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title={source.title}
      description={`${source.title}, ${source.publisher}: a source of the statement of ${partnership.title}, and the figures that rest on it.`}
      current="statement"
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: source.title }]}
    >
      <Finding level={1}>{source.title}</Finding>
      <SummaryList rows={facts(source)} />
      <Section
        id="figures"
        heading={figures.length === 1 ? 'One figure rests on it' : `${number(figures.length)} figures rest on it`}
        intro={
          figures.length > listed ? (
            <>
              The first {listed} are listed; <a href={dataPath(slug)}>the data has them all</a>.
            </>
          ) : undefined
        }
      >
        {figures.length > 0 ? (
          <CitedFigures
            slug={slug}
            caption={`Figures from ${source.title}`}
            figures={figures.slice(0, listed)}
            within={source.key}
          />
        ) : (
          <EmptyState
            what="Figures that this statement takes from the source stand here."
            why="The statement takes none; it draws on the source for words or names."
            link={{ text: 'Every figure of the statement as data', href: dataPath(slug) }}
          />
        )}
      </Section>
    </StatementPage>
  )
}

function facts(source: Source): (SummaryRow | false)[] {
  const { published } = source
  return [
    { key: 'Publisher', value: source.publisher },
    {
      key: 'Published',
      value: published ? (isIsoDate(published) ? longDate(published) : published) : 'No date is known',
    },
    source.edition ? { key: 'Edition', value: source.edition } : false,
    {
      key: 'Licence',
      value: { content: source.licenceUrl ? <a href={source.licenceUrl}>{source.licence}</a> : source.licence },
    },
    source.url ? { key: 'Address', value: { content: <a href={source.url}>{source.url}</a> } } : false,
    source.note ? { key: 'Note', value: source.note } : false,
  ]
}
