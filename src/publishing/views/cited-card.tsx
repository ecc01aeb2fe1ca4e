import { FigureCard, type FigureKind } from '../../core/ui/parts/index.ts'
import type { CitedFigure } from '../../evidence/index.ts'
import { comparatorText, periodText, unitText, valueText } from '../figure-words.ts'
import { figurePath, sourcePath } from '../paths.ts'

export interface CitedCardProps {
  readonly slug: string
  readonly figure: CitedFigure
  readonly kind: FigureKind
}

/** One cited figure as a card. */
export function CitedCard({ slug, figure, kind }: CitedCardProps) {
  const [source] = figure.sources
  if (!source) return null
  const compared = comparatorText(figure)
  return (
    <FigureCard
      kind={kind}
      finding={figure.finding}
      stat={{
        value: valueText(figure),
        unit: [unitText(figure), periodText(figure.period ?? '')].filter(Boolean).join(', '),
      }}
      comparator={
        <>
          {compared ? `${compared}. ` : ''}
          <a href={figurePath(slug, figure.id)}>Where this comes from</a>
        </>
      }
      source={{ text: source.title, href: sourcePath(slug, source.key) }}
    />
  )
}
