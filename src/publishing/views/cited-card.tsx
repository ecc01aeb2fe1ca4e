import { FigureCard, type FigureKind } from '../../core/ui/parts/index.ts'
import { findingOf } from '../figure-finding.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { basisText, comparatorText, noNumberText, periodText, unitText, valueText } from '../figure-words.ts'
import { figurePath, sourcePath } from '../paths.ts'

export interface CitedCardProps {
  readonly slug: string
  readonly figure: PublishedFigure
  readonly kind: FigureKind
  readonly level?: 2 | 3 | undefined
  /** The edition in which the figure was frozen; without it the figure is live. */
  readonly edition?: number | undefined
}

/** One figure as a card: cited, or worked out. */
export function CitedCard({ slug, figure, kind, level, edition }: CitedCardProps) {
  const [source] = figure.sources
  if (!source) return null
  const compared = comparatorText(figure)
  return (
    <FigureCard
      kind={kind}
      finding={figure.finding ?? findingOf(figure)}
      level={level}
      stat={
        figure.value === null
          ? undefined
          : {
              value: [basisText(figure), valueText(figure)].filter(Boolean).join(' '),
              unit: [unitText(figure), periodText(figure.period ?? '')].filter(Boolean).join(', '),
            }
      }
      comparator={
        <>
          {figure.value === null ? `${noNumberText(figure)} ` : ''}
          {compared ? `${compared}. ` : ''}
          <a href={figurePath(slug, figure.id)}>
            {edition === undefined ? 'Where this comes from' : 'The figure as it stands today'}
          </a>
        </>
      }
      source={{
        text: [source.title, source.edition].filter(Boolean).join(', '),
        href: sourcePath(slug, source.key),
      }}
    />
  )
}
