import { number, percent } from '../../core/ui/format.ts'
import { FigureCard } from '../../core/ui/parts/index.ts'
import type { NeedCell } from '../../market/index.ts'
import { periodText, unitText } from '../figure-words.ts'
import { WholeBars } from '../gaps/views/gap-table.tsx'
import { wholeFinding } from '../gaps/whole-gaps.ts'
import { figurePath, gapsPath, sourcePath, tablePath } from '../paths.ts'

/** So many services are drawn, the shortest first. */
const servicesDrawn = 5

/** How need and supply stand to each other in the whole area, the shortest service first. */
export function HomeGapCard({ slug, title, cells }: { slug: string; title: string; cells: readonly NeedCell[] }) {
  const [worst] = cells
  const [source] = worst?.gap?.sources ?? []
  if (!worst?.gap || worst.gap.value === null || !source) return null
  const { gap, share, service } = worst
  const size = Math.abs(gap.value ?? 0)
  const word = gap.value === 0 ? 'in balance' : (gap.value ?? 0) > 0 ? 'short' : 'spare'
  return (
    <FigureCard
      kind="gap"
      finding={<a href={gapsPath(slug)}>{wholeFinding(cells)}</a>}
      stat={{ value: number(size), unit: [unitText(gap), word].filter(Boolean).join(' ') }}
      comparator={
        <>
          {service.name}
          {share === null ? '' : `, ${percent(Math.abs(share))} of need`}
          {gap.period ? `, ${periodText(gap.period)}` : ''}. {gap.note ? `${gap.note} ` : ''}
          <a href={figurePath(slug, gap.id)}>How this is made</a>
        </>
      }
      source={{ text: source.title, href: sourcePath(slug, source.key) }}
      csv={{ href: tablePath(slug, 'gaps', 'csv') }}
    >
      <WholeBars label={`Supply against need in all of ${title}`} cells={cells.slice(0, servicesDrawn)} />
    </FigureCard>
  )
}
