import type { Citation, Figure } from '../../evidence/index.ts'
import { inDigits } from '../answer.ts'
import { gapFigureId } from './figure-id.ts'
import type { GapAnswer } from './gap.ts'
import type { Side } from './side.ts'
import type { Named } from './volume.ts'

interface Of {
  readonly area: { readonly code: string; readonly name: string }
  readonly service: Named
}

/** Need as a figure with an address of its own, whatever it was taken from. */
export const needFigureOf = ({ figure }: Side, of: Of, forecast: boolean): Figure => ({
  ...plain(figure),
  id: gapFigureId({ measure: 'need', area: of.area.code, service: of.service.key, forecast }),
  measure: 'need',
  area: of.area,
})

/** Need less supply as a figure; null where neither a number nor a hidden one is to be told. */
export function gapFigureOf(
  answer: GapAnswer,
  { need, supply }: { readonly need: Side | null; readonly supply: Side | null },
  of: Of,
  { forecast, because }: { readonly forecast: boolean; readonly because: string | null },
): Figure | null {
  if (!need || !supply || (answer.kind !== 'measured' && answer.kind !== 'hidden')) return null
  const [wanted, less] = [need.figure, supply.figure]
  return {
    id: gapFigureId({ measure: 'gap', area: of.area.code, service: of.service.key, forecast }),
    measure: 'gap',
    label: `${of.service.name}: need less supply`,
    value: answer.kind === 'measured' ? answer.gap : null,
    unit: wanted.unit,
    period: wanted.period ?? less.period,
    area: of.area,
    ages: null,
    sex: 'all',
    basis: forecast ? 'forecast' : 'estimate',
    interval: answer.kind === 'measured' ? intervalOf(wanted, less) : null,
    comparator: null,
    // A grid has hundreds of gaps, and few pages say how one is made.
    get method() {
      return methodOf(wanted, less)
    },
    get sources() {
      return citations([...wanted.sources, ...less.sources])
    },
    status: 'derived',
    note: told([because, wanted.note, less.note]),
    suppressed: answer.kind === 'hidden',
  }
}

/** The parts that every figure has, without those of a volume. */
function plain(figure: Figure): Figure {
  const { id, measure, label, value, unit, period, area, ages, sex, basis, interval, comparator } = figure
  const { method, sources, status, note, suppressed } = figure
  return {
    ...{ id, measure, label, value, unit, period, area, ages, sex, basis, interval, comparator },
    ...{ method, sources, status, note, suppressed },
  }
}

function intervalOf({ interval }: Figure, { value }: Figure): Figure['interval'] {
  if (!interval || value === null) return null
  return { ...interval, lower: interval.lower - value, upper: interval.upper - value }
}

function methodOf(need: Figure, supply: Figure): string {
  const sum = ({ value, period }: Figure) =>
    [value === null ? 'hidden' : inDigits(value), period].filter(Boolean).join(', ')
  return `Need (${sum(need)}) less supply (${sum(supply)}). Above nought it is short, below there is spare.`
}

const told = (notes: readonly (string | null)[]): string | null =>
  [...new Set(notes.filter((note) => note !== null))].join(' ') || null

const citations = (all: readonly Citation[]): Citation[] => [
  ...new Map(all.map((cited) => [`${cited.key} ${cited.locus}`, cited])).values(),
]
