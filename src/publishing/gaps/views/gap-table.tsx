import { GapBars } from '../../../core/ui/charts/index.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { type Figure, unitWords } from '../../../evidence/index.ts'
import type { NeedCell } from '../../../market/index.ts'
import { periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath, gapCellPath } from '../../paths.ts'

interface GapTableProps {
  readonly slug: string
  readonly caption: string
  readonly cells: readonly NeedCell[]
  /** What a row is called by: its service, or its area. */
  readonly by: 'service' | 'area'
}

/** Need, supply and gap of several cells, each leading to what it is made of. */
export function GapTable({ slug, caption, cells, by }: GapTableProps) {
  // Where no care is placed with this product, nobody is known to wait.
  const waits = cells.some(({ unmet }) => unmet.length > 0)
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { heading: by === 'service' ? 'Service' : 'Area' },
        { heading: 'Need', align: 'number' },
        { heading: 'Supply', align: 'number' },
        { heading: 'Gap', align: 'number' },
        ...(waits ? [{ heading: 'Waited', align: 'number' as const }] : []),
        { heading: 'Forecast', align: 'number' },
      ]}
      missing="not known; a cell’s page says why"
      rows={cells.map(({ area, service, need, supply, gap, forecast, unmet: [latest] }) => [
        <a href={gapCellPath(slug, area.code, service.key)}>{by === 'service' ? service.name : area.name}</a>,
        need && <Amount slug={slug} figure={need} />,
        supply && <Amount slug={slug} figure={supply} />,
        gap && <Gap slug={slug} gap={gap} />,
        ...(waits
          ? [
              latest ? (
                <Amount slug={slug} figure={latest.people} word={latest.people.soFar ? 'so far' : undefined} />
              ) : null,
            ]
          : []),
        forecast &&
          (forecast.gap ? (
            <Gap slug={slug} gap={forecast.gap} />
          ) : (
            <Amount slug={slug} figure={forecast.need} word="needed" />
          )),
      ])}
    />
  )
}

interface AmountProps {
  readonly slug: string
  readonly figure: Figure
  /** What else it is: a forecast. */
  readonly word?: string | undefined
}

/** A figure with its unit and period, as a link to its page. */
export function Amount({ slug, figure, word }: AmountProps) {
  return (
    <span>
      <a href={figurePath(slug, figure.id)}>{valueText(figure)}</a>
      <small class="m-under">
        {[unitText(figure), word, figure.period && periodText(figure.period)].filter(Boolean).join(', ')}
      </small>
    </span>
  )
}

function Gap({ slug, gap }: { slug: string; gap: Figure }) {
  const size = gap.value === null ? null : Math.abs(gap.value)
  const word = gap.value === null ? '' : gap.value > 0 ? 'short' : gap.value < 0 ? 'spare' : 'in balance'
  const when = gap.basis === 'forecast' && gap.period ? periodText(gap.period) : ''
  return (
    <span>
      <a href={figurePath(slug, gap.id)}>
        {valueText({ ...gap, value: size })} {word}
      </a>
      <small class="m-under">{[unitText(gap), when].filter(Boolean).join(', ')}</small>
    </span>
  )
}

/** Bars of the cells whose gap is known in numbers. */
export function WholeBars({ label, cells }: { label: string; cells: readonly NeedCell[] }) {
  const bars = cells.flatMap(({ service, need, supply, gap }) =>
    gap?.value === null || !gap || !need?.unit || !supply
      ? []
      : [{ name: service.name, need: need.value, supply: supply.value, unit: unitWords(need.unit, 2) }],
  )
  return bars.length > 0 ? (
    <div>
      <GapBars label={label} bars={bars} />
    </div>
  ) : null
}
