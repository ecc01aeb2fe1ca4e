import type { Partnership } from '../../core/auth/index.ts'
import { number } from '../../core/ui/format.ts'
import { SummaryList, type SummaryRow } from '../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, Finding, Section, Stat } from '../../core/ui/parts/index.ts'
import type { Figure, RowsBehind } from '../../evidence/index.ts'
import {
  basisText,
  comparatorText,
  noNumberText,
  numberText,
  periodText,
  unitText,
  valueText,
  whomText,
} from '../figure-words.ts'
import { figureFilePath, homePath, sectionPath, sourcePath } from '../paths.ts'
import { type SectionSlug, sectionBySlug } from '../section.ts'
import { StatementPage } from './frame.tsx'

export interface FigurePageProps {
  readonly partnership: Partnership
  readonly figure: Figure
  readonly finding: string
  readonly section: SectionSlug
  /** The rows that the number is made of; none when a document prints the number alone. */
  readonly rows: RowsBehind | undefined
}

/** One figure with all that stands behind it: number, method, source, rows, files. */
export function FigurePage({ partnership, figure, finding, section, rows }: FigurePageProps) {
  const { slug } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title={finding}
      description={`${figure.label}, ${figure.area.name}${figure.period ? `, ${figure.period}` : ''}: where the figure comes from and the rows behind it.`}
      current="statement"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: sectionBySlug(section)?.title ?? 'Section', href: sectionPath(slug, section) },
        { content: figure.label },
      ]}
    >
      <Finding level={1}>{finding}</Finding>
      <FigureHeadline figure={figure} />
      {figure.note && !figure.suppressed ? <p class="m-read">{figure.note}</p> : null}
      <Section id="where-from" heading="Where this figure comes from">
        <SummaryList rows={figureFacts(slug, figure)} />
      </Section>
      <Section id="rows" heading="The rows behind it">
        {rows ? <Rows figure={figure} rows={rows} /> : <NoRows slug={slug} figure={figure} />}
      </Section>
      <Section id="files" heading="Take the figure with you">
        <ul class="govuk-list">
          <li>
            <a href={figureFilePath(slug, figure.id, 'csv')}>The figure and its rows as CSV</a>
          </li>
          <li>
            <a href={figureFilePath(slug, figure.id, 'json')}>The same as JSON</a>
          </li>
        </ul>
      </Section>
    </StatementPage>
  )
}

export function FigureHeadline({ figure }: { figure: Figure }) {
  if (figure.value === null) {
    return <p class="m-lead">{noNumberText(figure)}</p>
  }
  const compared = comparatorText(figure)
  const range = figure.interval
  return (
    <>
      <Stat
        value={[basisText(figure), valueText(figure)].filter(Boolean).join(' ')}
        unit={[unitText(figure), periodText(figure.period ?? '')].filter(Boolean).join(', ')}
      />
      {range ? (
        <p class="m-cmp">
          {range.kind === 'outer' ? 'Outer limits' : 'Likely range'}: {numberText(Math.round(range.lower), figure.unit)}{' '}
          to {numberText(Math.round(range.upper), figure.unit)}.
        </p>
      ) : null}
      {compared ? <p class="m-cmp">{compared}.</p> : null}
    </>
  )
}

const statusWords = {
  printed: 'As the source prints it',
  derived: 'Worked out here',
  caution: 'Printed, and to be read with its note',
  lost: 'Lost from the document',
} as const

/** Where a figure comes from and what kind of number it is. */
export function figureFacts(slug: string, figure: Figure): (SummaryRow | false)[] {
  const whom = whomText(figure)
  const row = (key: string, value: string | undefined | null): SummaryRow | false => (value ? { key, value } : false)
  return [
    row('What is counted', [figure.label, whom].filter(Boolean).join(', ')),
    row('Where', `${figure.area.name} (${figure.area.code})`),
    row('Period', figure.period ? periodText(figure.period) : 'The source prints none'),
    row('Kind of number', figure.basis),
    row('Standing', statusWords[figure.status]),
    row('Method', figure.method),
    ...figure.sources.flatMap((source) => [
      {
        key: 'Source',
        value: {
          content: (
            <>
              <a href={sourcePath(slug, source.key)}>{source.title}</a>
              {source.locus ? `, ${source.locus}` : ''}
              <br />
              {source.publisher}
            </>
          ),
        },
      },
      row(
        'Edition',
        [source.edition, source.published ? `published ${source.published}` : null].filter(Boolean).join(', '),
      ),
      row('Licence', source.licence),
    ]),
  ]
}

function Rows({ figure, rows }: { figure: Figure; rows: RowsBehind }) {
  const decimals = rows.columns.map((_, at) => decimalsOf(rows, at))
  return (
    <DataTable
      caption={`The rows that make “${figure.label}”, ${figure.area.name}${figure.period ? `, ${figure.period}` : ''}`}
      captionHidden
      columns={rows.columns.map(({ label, numeric }) => ({
        heading: label,
        ...(numeric ? { align: 'number' as const } : {}),
      }))}
      rows={rows.rows.map((row) =>
        row.map((cell, at) => cellText(cell, decimals[at] ?? 0, rows.columns[at]?.numeric === true)),
      )}
    />
  )
}

/** As many decimals in every row of a column as its most exact number needs: three for shares, one for counts. */
function decimalsOf(rows: RowsBehind, at: number): number {
  const numbers = rows.rows.flatMap((row) => (typeof row[at] === 'number' ? [row[at]] : []))
  const most = numbers.some((value) => Math.abs(value) >= 1) ? 1 : 3
  return Math.max(0, ...numbers.map((value) => Math.min(most, (String(value).split('.')[1] ?? '').length)))
}

function cellText(cell: string | number | null, decimals: number, numeric: boolean) {
  if (cell === null) return null
  return typeof cell === 'number' && numeric ? number(cell, decimals) : String(cell)
}

function NoRows({ slug, figure }: { slug: string; figure: Figure }) {
  const [source] = figure.sources
  return (
    <EmptyState
      what="The rows that a number is added up from stand here."
      why={
        figure.suppressed
          ? 'The number is hidden to protect people, and so is what it is made of.'
          : figure.status === 'lost'
            ? 'The number itself is lost; the note says what would fill it.'
            : 'The document prints this number alone, so there is nothing behind it to show.'
      }
      link={{ text: source?.title ?? 'The statement', href: source ? sourcePath(slug, source.key) : homePath(slug) }}
    />
  )
}
