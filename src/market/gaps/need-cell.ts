import type { Figure, RowsBehind } from '../../evidence/index.ts'
import { type Candidates, pairOf } from './choose-sides.ts'
import { type GapAnswer, gapOf } from './gap.ts'
import { gapFigureOf, needFigureOf } from './gap-figure.ts'
import { becauseOf, unclearWords } from './gap-words.ts'
import { type Series, seriesOf } from './series.ts'
import { amountOf, partColumns, type Side } from './side.ts'
import type { UnmetMonth } from './unmet-month.ts'
import type { Named, Volume } from './volume.ts'

/** Measured: a gap in numbers. Named: a document says it is short, without a number. Hidden: to protect people. */
export type GapStatus = 'measured' | 'named' | 'not-known' | 'hidden'

/** What is looked ahead to. */
export interface ForecastGap {
  readonly need: Figure
  /** Against the supply that is expected then, else the supply of now. */
  readonly supply: Figure | null
  readonly gap: Figure | null
  /** The gap in per cent of need. */
  readonly share: number | null
  readonly because: string | null
}

/** What is known of one service in one area. */
export interface NeedCell {
  readonly area: { readonly code: string; readonly name: string }
  readonly service: Named
  readonly status: GapStatus
  readonly need: Figure | null
  readonly supply: Figure | null
  /** Above nought it is short, below there is spare. */
  readonly gap: Figure | null
  /** The gap in per cent of need; null where there is none to tell, or nothing is needed. */
  readonly share: number | null
  /** Why there is no gap, or what is to be known about it. */
  readonly because: string | null
  readonly forecast: ForecastGap | null
  readonly targets: readonly Volume[]
  readonly shortages: readonly Volume[]
  /** Shortages named in a larger area, short of the whole, that this one is part of: where in it nobody says. */
  readonly shortAbove: readonly Volume[]
  readonly series: readonly Series[]
  /** Who waited for it, the latest month first. */
  readonly unmet: readonly UnmetMonth[]
  /** Every volume of this area and service. */
  readonly volumes: readonly Volume[]
  /** What the figures are made of: of now, or of what is looked ahead to. */
  behind(measure: 'need' | 'supply' | 'gap', ahead: boolean): RowsBehind
}

/** What a cell is made from. */
export interface CellParts {
  readonly area: NeedCell['area']
  readonly service: Named
  readonly need: Candidates
  readonly supply: Candidates
  readonly needAhead: Candidates
  readonly supplyAhead: Candidates
  readonly volumes: readonly Volume[]
  readonly shortAbove: readonly Volume[]
  readonly unmet: readonly UnmetMonth[]
  /** Why a larger area is not the sum of its parts, or a smaller one not counted. */
  readonly remarks: { readonly need: string | null; readonly supply: string | null }
}

/** Need, supply and the gap between them, now and as forecast. */
export function needCell(parts: CellParts): NeedCell {
  const { area, service, volumes } = parts
  const now = pairOf(parts.need.sides, parts.supply.sides)
  const then = pairOf(parts.needAhead.sides, [...parts.supplyAhead.sides, ...parts.supply.sides])
  const of = { area, service }
  const answer = answerOf(now)
  const answerThen = answerOf(then)
  const because = becauseOf(answer, now, { ...parts.remarks, unclear: unclearOf(parts) })
  const becauseThen = becauseOf(answerThen, then, { need: null, supply: parts.remarks.supply, unclear: null })
  const shortages = volumes.filter(({ role }) => role === 'shortage')
  return {
    ...of,
    status: statusOf(answer, shortages),
    need: now.need && needFigureOf(now.need, of, false),
    supply: now.supply?.figure ?? null,
    gap: gapFigureOf(answer, now, of, { forecast: false, because }),
    share: answer.kind === 'measured' ? answer.sharePercent : null,
    because,
    forecast: then.need && {
      need: needFigureOf(then.need, of, true),
      supply: then.supply?.figure ?? null,
      gap: gapFigureOf(answerThen, then, of, { forecast: true, because: becauseThen }),
      share: answerThen.kind === 'measured' ? answerThen.sharePercent : null,
      because: becauseThen,
    },
    targets: volumes.filter(({ role }) => role === 'target'),
    shortages,
    shortAbove: parts.shortAbove,
    unmet: parts.unmet,
    get series() {
      return seriesOf(volumes)
    },
    volumes,
    behind: (measure, ahead) => rowsBehind(ahead ? then : now, measure),
  }
}

interface Pair {
  readonly need: Side | null
  readonly supply: Side | null
}

const answerOf = ({ need, supply }: Pair): GapAnswer => gapOf(need && amountOf(need), supply && amountOf(supply))

function statusOf({ kind }: GapAnswer, shortages: readonly Volume[]): GapStatus {
  if (kind === 'measured' || kind === 'hidden') return kind
  return shortages.length > 0 ? 'named' : 'not-known'
}

function unclearOf({ need, supply }: CellParts): string | null {
  if (need.unclear) return unclearWords(need.unclear, 'Need')
  return supply.unclear ? unclearWords(supply.unclear, 'Supply') : null
}

function rowsBehind({ need, supply }: Pair, measure: 'need' | 'supply' | 'gap'): RowsBehind {
  return {
    columns: partColumns,
    rows: [
      ...(need && measure !== 'supply' ? need.rows('Need') : []),
      ...(supply && measure !== 'need' ? supply.rows('Supply') : []),
    ],
  }
}
