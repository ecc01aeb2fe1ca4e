import type { IsoDate } from '../../values/index.ts'

/** From the first day to the last, both within it; without a first it began before anyone noted, without a last it goes on. */
export interface TermPeriod {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

/** An agreement's time: what is agreed, how it may be extended, what is planned to follow, and when to decide. */
export interface Term {
  readonly agreed?: TermPeriod | undefined
  readonly options?: readonly TermPeriod[] | undefined
  readonly planned?: readonly TermPeriod[] | undefined
  /** The last day on which the work for a successor can begin and still be done in time. */
  readonly safeStart?: IsoDate | undefined
  /** When it is planned to be decided. */
  readonly decision?: IsoDate | undefined
}

/** The days that are drawn, the same for every bar of a page, so that bars stand under one another. */
export interface TermWindow {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** All across in per cent of the window. */
export interface TermPiece {
  readonly kind: 'agreed' | 'option' | 'planned'
  readonly x: number
  readonly width: number
  /** It goes on past the window, and ends in a point. */
  readonly goesOn: boolean
}

export interface TermYear {
  readonly year: number
  readonly x: number
}

export interface TermLayout {
  readonly pieces: readonly TermPiece[]
  readonly years: readonly TermYear[]
  readonly today: number | undefined
  readonly safeStart: { readonly x: number; readonly passed: boolean } | undefined
  readonly decision: number | undefined
}

/** The most years that are named along a window. */
const mostYears = 5

/** Where everything in a term bar stands; what lies wholly outside the window is left out. */
export function termLayout(term: Term, window: TermWindow, today: IsoDate): TermLayout {
  const { at, inside } = scaleOf(window)
  const piece =
    (kind: TermPiece['kind']) =>
    ({ from, to }: TermPeriod): TermPiece[] => {
      const start = from === undefined ? 0 : Math.max(0, at(dayOf(from)))
      const end = to === undefined ? Number.POSITIVE_INFINITY : at(dayOf(to) + 1)
      const width = Math.min(100, end) - start
      return width > 0 ? [{ kind, x: start, width, goesOn: end > 100 }] : []
    }
  const { agreed, options = [], planned = [], safeStart, decision } = term
  return {
    pieces: [
      ...(agreed ? piece('agreed')(agreed) : []),
      ...options.flatMap(piece('option')),
      ...planned.flatMap(piece('planned')),
    ],
    years: termYears(window),
    today: inside(today),
    safeStart: safeStart && placed(inside(safeStart), safeStart < today),
    decision: decision && inside(decision),
  }
}

const placed = (x: number | undefined, passed: boolean) => (x === undefined ? undefined : { x, passed })

/** The years of a window that are marked, at most five, evenly apart. */
export function termYears(window: TermWindow): TermYear[] {
  const { inside } = scaleOf(window)
  const [first, last] = [yearOf(window.from), yearOf(window.to)]
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .map((year) => ({ year, x: inside(`${year}-01-01`) }))
    .filter((one): one is TermYear => one.x !== undefined)
  const step = Math.max(1, Math.ceil(all.length / mostYears))
  return all.filter((_, i) => i % step === 0)
}

function scaleOf({ from, to }: TermWindow) {
  const first = dayOf(from)
  const days = dayOf(to) + 1 - first
  if (days <= 0) throw new RangeError(`The window of a term bar ends on ${to}, before it begins on ${from}`)
  const at = (day: number) => ((day - first) / days) * 100
  const inside = (date: IsoDate) => {
    const x = at(dayOf(date))
    return x >= 0 && x <= 100 ? x : undefined
  }
  return { at, inside }
}

/** The number of a day, counted from 1970: days have no hours here, so clocks that go forward change nothing. */
function dayOf(date: IsoDate): number {
  const [year = Number.NaN, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))
