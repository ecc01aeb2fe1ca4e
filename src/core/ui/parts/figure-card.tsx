import type { Content } from '../govuk/index.ts'
import { Finding } from './finding.tsx'
import { SourceLine, type SourceLineProps } from './source-line.tsx'
import { Stat, type StatProps } from './stat.tsx'

export type FigureKind = 'need' | 'supply' | 'gap' | 'plain'

export interface FigureCardProps extends SourceLineProps {
  readonly kind: FigureKind
  /** The word above the heading, when it is not the kind's own: "Extra care". */
  readonly label?: string | undefined
  /** What was found, as a sentence. */
  readonly finding: Content
  readonly level?: 2 | 3 | 4 | undefined
  readonly id?: string | undefined
  readonly stat?: StatProps | undefined
  /** A sentence that sets the number against another: a year before, a projection, the nation. */
  readonly comparator?: Content | undefined
  /** A chart, which brings its own table. */
  readonly children?: Content | undefined
}

const words = { need: 'Need', supply: 'Supply', gap: 'Gap', plain: undefined } as const

/** One figure told whole: kind, finding, number, comparator, chart with table, source. */
export function FigureCard(props: FigureCardProps) {
  const { kind, label = words[kind], finding, level = 3, id, stat, comparator, children, source, csv } = props
  return (
    <div class={kind === 'plain' ? 'm-fig' : `m-fig m-fig--${kind}`}>
      {label ? <p class="m-kind">{label}</p> : null}
      <Finding level={level} size={3} id={id}>
        {finding}
      </Finding>
      {stat ? (
        <Stat {...stat} comparator={comparator ?? stat.comparator} />
      ) : comparator ? (
        <p class="m-cmp">{comparator}</p>
      ) : null}
      <div class="m-fig__chart">
        {children ?? null}
        <SourceLine source={source} csv={csv} />
      </div>
    </div>
  )
}
