import { Bars } from '../../core/ui/charts/index.ts'
import type { Comparable } from '../comparable.ts'
import { periodText, unitText, valueText } from '../figure-words.ts'
import { figurePath } from '../paths.ts'

export interface ComparableBarsProps {
  readonly slug: string
  readonly theme: string
  readonly comparable: Comparable
}

/** Figures of one theme side by side, the largest first. */
export function ComparableBars({ slug, theme, comparable: { figures } }: ComparableBarsProps) {
  const [first] = figures
  if (!first) return null
  const caption = [theme, first.area.name, first.period ? periodText(first.period) : ''].filter(Boolean).join(', ')
  return (
    <Bars
      alternative={`Bars of ${caption}: ${figures.map((figure) => `${figure.label} ${valueText(figure)}`).join(', ')}.`}
      bars={figures.map(({ label, value }) => ({ label, value }))}
      tone={first.section === 'supply' ? 'supply' : 'need'}
      format={(value) => valueText({ ...first, value })}
      table={{
        caption,
        columns: [
          { heading: 'Figure' },
          { heading: 'Value', ...(unitText(first) ? { unit: unitText(first) } : {}), align: 'number' },
        ],
        rows: figures.map((figure) => [figure.label, <a href={figurePath(slug, figure.id)}>{valueText(figure)}</a>]),
      }}
    />
  )
}
