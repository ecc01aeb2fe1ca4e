import { number } from '../../core/ui/format.ts'
import { type Change, DataTable, EditionDiff } from '../../core/ui/parts/index.ts'
import { type FigureChange, type NumberChange, numberChanges } from '../compare-figures.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { periodText, unitText, valueText, whomText } from '../figure-words.ts'
import { figurePath } from '../paths.ts'

export interface FigureChangesProps {
  readonly slug: string
  readonly changes: readonly FigureChange[]
  readonly before: number
  readonly after: number
}

/** Numbers as old beside new. */
export const numbersChanged = (slug: string, changes: readonly NumberChange[]): Change[] =>
  changes.map(({ before, after }) => {
    const later = before.period !== after.period
    return { what: <Named slug={slug} figure={after} />, ...valuesOf(before, after, later) }
  })

/** Every figure that differs between two editions: other numbers, other sources, new ones, gone ones. */
export function FigureChanges({ slug, changes, before, after }: FigureChangesProps) {
  const numbers = numberChanges(changes)
  const others = changes.flatMap((change) => (change.kind === 'changed' && change.what !== 'value' ? [change] : []))
  const added = changes.flatMap((change) => (change.kind === 'new' ? [change.after] : []))
  const gone = changes.flatMap((change) => (change.kind === 'gone' ? [change.before] : []))
  return (
    <div class="m-texts">
      {numbers.length > 0 ? (
        <div>
          <EditionDiff
            caption={`Figures whose number changed between editions ${before} and ${after}`}
            changes={numbersChanged(slug, numbers.slice(0, listed))}
          />
          <More count={numbers.length - listed} />
        </div>
      ) : null}
      {others.length > 0 ? (
        <div>
          <DataTable
            caption="The same number, from another edition of its source or told in other words"
            columns={[{ heading: 'Figure' }, { heading: `Edition ${before}` }, { heading: `Edition ${after}` }]}
            stack
            rows={others
              .slice(0, listed)
              .map((change) => [
                <Named slug={slug} figure={change.after} />,
                detailOf(change.before, change.what),
                detailOf(change.after, change.what),
              ])}
          />
          <More count={others.length - listed} />
        </div>
      ) : null}
      {added.length > 0 ? <Listed slug={slug} caption={`New in edition ${after}`} figures={added} /> : null}
      {gone.length > 0 ? <Listed slug={slug} caption={`Not in edition ${after} any more`} figures={gone} /> : null}
    </div>
  )
}

/** As many figures as one list names; the files have them all. */
const listed = 100

function More({ count }: { readonly count: number }) {
  if (count <= 0) return null
  return <p class="m-small m-2">And {number(count)} more; the files of the two editions have them all.</p>
}

function Listed({ slug, caption, figures }: { slug: string; caption: string; figures: readonly PublishedFigure[] }) {
  return (
    <div>
      <DataTable
        caption={caption}
        columns={[{ heading: 'Figure' }, { heading: 'Value', align: 'number' }]}
        missing="no number"
        rows={figures
          .slice(0, listed)
          .map((figure) => [
            <Named slug={slug} figure={figure} />,
            figure.value === null && !figure.suppressed
              ? null
              : [valueText(figure), unitText(figure)].filter(Boolean).join(' '),
          ])}
      />
      <More count={figures.length - listed} />
    </div>
  )
}

function Named({ slug, figure }: { slug: string; figure: PublishedFigure }) {
  const under = [whomText(figure), figure.period ? periodText(figure.period) : ''].filter(Boolean).join(', ')
  return (
    <>
      <a href={figurePath(slug, figure.id)}>{figure.label}</a>
      {under ? <small class="m-under">{under}</small> : null}
    </>
  )
}

/** Two numbers as they are read; more exactly where rounding would make them look alike, with their times where those differ. */
function valuesOf(before: PublishedFigure, after: PublishedFigure, later: boolean): Pick<Change, 'before' | 'after'> {
  const alike = valueText(before) === valueText(after)
  const text = (figure: PublishedFigure) => {
    if (figure.value === null) return figure.suppressed ? `${valueText(figure)} hidden` : 'none'
    const value = alike ? number(figure.value, 3) : valueText(figure)
    return later && figure === before ? `${value} in ${periodText(figure.period ?? '')}` : value
  }
  return { before: text(before), after: text(after) }
}

function detailOf(figure: PublishedFigure, what: 'value' | 'source' | 'detail'): string {
  const sources = figure.sources.map(({ title, edition, locus }) => [title, edition, locus].filter(Boolean).join(', '))
  if (what === 'source') return sources.join('; ')
  return [figure.label, figure.finding, figure.comparator?.label, figure.note].filter(Boolean).join('. ')
}
