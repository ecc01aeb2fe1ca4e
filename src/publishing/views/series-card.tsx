import { Bars } from '../../core/ui/charts/index.ts'
import { FigureCard, type FigureKind } from '../../core/ui/parts/index.ts'
import type { CitedSeries } from '../cited-series.ts'
import { numberText, periodText, shortPeriodText, unitText, valueText } from '../figure-words.ts'
import { figurePath, sourcePath, tablePath } from '../paths.ts'

export interface SeriesCardProps {
  readonly slug: string
  readonly series: CitedSeries
  readonly kind: FigureKind
}

/** A cited measure over time: the finding, the latest number, bars, and each number's own page. */
export function SeriesCard({ slug, series, kind }: SeriesCardProps) {
  const [first, latest] = [series.figures[0], series.figures.at(-1)]
  const source = latest?.sources[0]
  if (!first || !latest || !source) return null
  return (
    <FigureCard
      kind={kind}
      finding={latest.finding}
      stat={{
        value: valueText(latest),
        unit: [unitText(latest), periodText(latest.period ?? '')].filter(Boolean).join(', '),
      }}
      comparator={`From ${valueText(first)} in ${periodText(first.period ?? '')}.`}
      source={{
        text: [source.publisher, source.edition].filter(Boolean).join(', '),
        href: sourcePath(slug, source.key),
      }}
      csv={{ href: tablePath(slug, 'indicators', 'csv') }}
    >
      <Bars
        alternative={`Bars of ${latest.label.toLowerCase()}: ${series.figures.map((figure) => `${valueText(figure)} in ${periodText(figure.period ?? '')}`).join(', ')}.`}
        bars={series.figures.map((figure) => ({ label: shortPeriodText(figure.period ?? ''), value: figure.value }))}
        tone={kind === 'need' ? 'need' : kind === 'supply' ? 'supply' : 'ink'}
        format={(value) => numberText(value, latest.unit)}
        table={{
          caption: latest.label,
          columns: [
            { heading: 'Period' },
            { heading: 'Value', ...(unitText(latest) ? { unit: unitText(latest) } : {}), align: 'number' },
          ],
          rows: series.figures.map((figure) => [
            periodText(figure.period ?? ''),
            <a href={figurePath(slug, figure.id)}>{valueText(figure)}</a>,
          ]),
        }}
      />
    </FigureCard>
  )
}
