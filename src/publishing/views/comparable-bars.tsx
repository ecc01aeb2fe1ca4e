import { Bars, type Tone } from '../../core/ui/charts/index.ts'
import type { Comparable } from '../comparable.ts'
import { periodText, unitText, valueText } from '../figure-words.ts'
import { figurePath } from '../paths.ts'
import type { SectionSlug } from '../section.ts'

export interface ComparableBarsProps {
  readonly slug: string
  readonly theme: string
  readonly comparable: Comparable
  readonly tableOpen?: boolean | undefined
}

// Need is madder and supply loch; what is neither has no colour of its own.
const tones: Partial<Record<SectionSlug, Tone>> = {
  population: 'need',
  demand: 'need',
  supply: 'supply',
  gaps: 'need',
}

/** Figures of one theme side by side, the largest first. */
export function ComparableBars({ slug, theme, comparable: { figures }, tableOpen }: ComparableBarsProps) {
  const [first] = figures
  if (!first) return null
  const caption = [theme, first.area.name, first.period ? periodText(first.period) : ''].filter(Boolean).join(', ')
  return (
    <Bars
      alternative={`Bars of ${caption}: ${figures.map((figure) => `${figure.label} ${valueText(figure)}`).join(', ')}.`}
      bars={figures.map(({ label, value }) => ({ label, value }))}
      tone={tones[first.section] ?? 'ink'}
      tableOpen={tableOpen}
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
