import type { Partnership } from '../../core/auth/index.ts'
import { ErrorSummary } from '../../core/ui/govuk/index.ts'
import { EmptyState, Finding, Lead } from '../../core/ui/parts/index.ts'
import type { Edition } from '../edition.ts'
import { changesInWords } from '../edition-changes.ts'
import { comparePath, editionPath, editionPrintPath, editionsPath, feedPath, homePath } from '../paths.ts'
import { CompareForm, type CompareFormProps } from './compare-form.tsx'
import { editionDate, editionTitle } from './edition-page.tsx'
import { StatementPage } from './frame.tsx'

export interface EditionsPageProps extends Pick<CompareFormProps, 'chosen' | 'mistake'> {
  readonly partnership: Partnership
  readonly editions: readonly Edition[]
  /** Where the older ones begin; null when these are the oldest. */
  readonly next: number | null
  /** The number of the latest edition, 0 before the first. */
  readonly latest: number
}

/** Every edition, newest first, with what each changed, and a choice of two to compare. */
export function EditionsPage({ partnership, editions, next, latest, chosen, mistake }: EditionsPageProps) {
  const { slug, title } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title="Editions of the statement"
      description={`Every edition of the market position statement of ${title}, frozen with its figures, and what each changed.`}
      current="editions"
      atTop
      mistakes={mistake !== undefined}
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: 'Editions' }]}
    >
      {mistake ? <ErrorSummary title="There is a problem" errorList={[{ content: mistake, href: '#to' }]} /> : null}
      <Finding level={1}>{headingFor(latest)}</Finding>
      <Lead>
        An edition keeps the words and every figure as they were on its day. The statement itself goes on with the
        newest figures.
      </Lead>
      <p class="m-meta">
        <a href={feedPath(slug)}>Follow new editions in a feed reader</a>
      </p>
      {editions.length > 0 ? (
        <ol class="m-list m-editions">
          {editions.map((edition) => (
            <EditionItem slug={slug} edition={edition} />
          ))}
        </ol>
      ) : (
        <EmptyState
          what="Each edition is listed here with what it changed."
          why={`${title} has not published one yet. Its figures can be read all the same.`}
          link={{ text: `The statement of ${title}`, href: homePath(slug) }}
        />
      )}
      {next === null ? null : (
        <p class="m-spaced">
          <a href={editionsPath(slug, next)}>Older editions, before edition {next}</a>
        </p>
      )}
      {latest > 1 ? <CompareForm slug={slug} latest={latest} chosen={chosen} mistake={mistake} /> : null}
    </StatementPage>
  )
}

const small = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

const headingFor = (latest: number): string =>
  latest === 0
    ? 'No edition has been published yet'
    : latest === 1
      ? 'One edition has been published'
      : `${small[latest] ?? latest} editions have been published`

function EditionItem({ slug, edition }: { slug: string; edition: Edition }) {
  const { number, summary, changes } = edition
  const of = <span class="m-vh"> edition {number}</span>
  return (
    <li>
      <h2 class="m-h3">
        <a href={editionPath(slug, number)}>{editionTitle(edition)}</a>
      </h2>
      <p class="m-2">{editionDate(edition)}</p>
      {summary ? <p class="m-text__lines">{summary}</p> : null}
      {changes ? <p>{changesInWords(changes)}</p> : null}
      <p class="m-files">
        {changes ? <a href={comparePath(slug, number - 1, number)}>See what changed{of}</a> : null}
        <a href={editionPrintPath(slug, number)}>Print{of}</a>
      </p>
    </li>
  )
}
