import { DataTable, Finding, State } from '../../core/ui/parts/index.ts'
import type { CitedFigure, Figure } from '../../evidence/index.ts'
import { comparableFigures } from '../comparable.ts'
import { basisText, comparatorText, periodText, unitText, valueText, whomText } from '../figure-words.ts'
import { figurePath, sourcePath } from '../paths.ts'
import { ComparableBars } from './comparable-bars.tsx'

export interface CitedFiguresProps {
  readonly slug: string
  /** What the table holds, for those who hear it. */
  readonly caption: string
  readonly figures: readonly Figure[]
  /** On the page of this one source: where in it each figure is printed stands in place of its name. */
  readonly within?: string | undefined
}

/** Figures as documents print them: each leads to its own page, and its source stands beside it. */
export function CitedFigures({ slug, caption, figures, within }: CitedFiguresProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { heading: 'Figure' },
        { heading: 'Value', align: 'number' },
        { heading: 'Period' },
        { heading: within ? 'Where in it' : 'Source' },
      ]}
      missing="no number: it is lost from the document, or the document prints only the direction"
      rows={figures.map((figure) => [
        <FigureName slug={slug} figure={figure} />,
        figure.value === null && !figure.suppressed ? null : <Value figure={figure} />,
        figure.period ? periodText(figure.period) : 'not printed',
        within ? locusIn(figure, within) : <SourceName slug={slug} figure={figure} />,
      ])}
    />
  )
}

const locusIn = (figure: Figure, key: string): string =>
  figure.sources.find((source) => source.key === key)?.locus ?? 'not named'

function FigureName({ slug, figure }: { slug: string; figure: Figure }) {
  const whom = whomText(figure)
  const compared = comparatorText(figure)
  return (
    <>
      <a href={figurePath(slug, figure.id)}>{figure.label}</a>
      {whom ? <small class="m-under">{whom}</small> : null}
      {compared ? <small class="m-under">{compared}</small> : null}
      {figure.suppressed ? <small class="m-under">{figure.note}</small> : null}
      {figure.status === 'caution' && !figure.suppressed ? (
        <small class="m-under">
          <State kind="attention" word="Read with its note" /> {figure.note}
        </small>
      ) : null}
      {figure.status === 'lost' ? (
        <small class="m-under">
          <State kind="stopped" word="Lost from the document" /> {figure.note}
        </small>
      ) : null}
      {figure.status === 'derived' && !figure.suppressed ? (
        <small class="m-under">Worked out here. {figure.note}</small>
      ) : null}
    </>
  )
}

function Value({ figure }: { figure: Figure }) {
  const unit = unitText(figure)
  return (
    <span>
      {figure.suppressed ? '' : basisText(figure)} <strong>{valueText(figure)}</strong>
      {unit ? <small class="m-under">{unit}</small> : null}
    </span>
  )
}

function SourceName({ slug, figure }: { slug: string; figure: Figure }) {
  const [source] = figure.sources
  if (!source) return 'not named'
  return (
    <span>
      <a href={sourcePath(slug, source.key)}>{source.title}</a>
      {source.locus ? <small class="m-under">{source.locus}</small> : null}
    </span>
  )
}

export interface FiguresByThemeProps {
  readonly slug: string
  readonly figures: readonly CitedFigure[]
  /** Show the tables of charts at once, as on paper. */
  readonly open?: boolean | undefined
}

/** Figures in groups by theme, in the order in which themes first appear; drawn where they may be compared. */
export function FiguresByTheme({ slug, figures, open }: FiguresByThemeProps) {
  return (
    <>
      {[...Map.groupBy(figures, (figure) => figure.theme)].map(([theme, group]) => (
        <Theme slug={slug} theme={theme} figures={group} open={open} />
      ))}
    </>
  )
}

function Theme({ slug, theme, figures, open }: FiguresByThemeProps & { theme: string }) {
  const comparable = comparableFigures(figures)
  return (
    <section class="m-theme">
      <Finding level={3}>{theme}</Finding>
      {comparable ? <ComparableBars slug={slug} theme={theme} comparable={comparable} tableOpen={open} /> : null}
      <CitedFigures slug={slug} caption={`${theme}: figures as printed, with their sources`} figures={figures} />
    </section>
  )
}
