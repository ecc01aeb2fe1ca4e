import { canonicalJson } from '../core/values/index.ts'
import type { PublishedFigure } from './figure-row.ts'

/** What became of one figure between two editions. */
export type FigureChange =
  /** `what` is the most that differs: the number, the edition of its source, or something else that is told of it. */
  | {
      readonly kind: 'changed'
      readonly what: 'value' | 'source' | 'detail'
      readonly before: PublishedFigure
      readonly after: PublishedFigure
    }
  /** The same measure for a later period; the earlier number may stand beside it still. */
  | { readonly kind: 'later'; readonly before: PublishedFigure; readonly after: PublishedFigure }
  | { readonly kind: 'new'; readonly after: PublishedFigure }
  | { readonly kind: 'gone'; readonly before: PublishedFigure }

/** Which figures differ between two editions: cited ones first, as they were imported, then those worked out. */
export function compareFigures(
  before: readonly PublishedFigure[],
  after: readonly PublishedFigure[],
): readonly FigureChange[] {
  const [was, is] = [byId(before), byId(after)]
  const series = Map.groupBy(before.filter(isCited), seriesOf)
  const changes = [
    ...after.flatMap((figure) => changeOf(was.get(figure.id), figure, series)),
    ...before.flatMap((figure): FigureChange[] => (is.has(figure.id) ? [] : [{ kind: 'gone', before: figure }])),
  ]
  const later = new Set(changes.flatMap((change) => (change.kind === 'later' ? [change.before.id] : [])))
  // A number whose place a later one took is told there, not a second time as gone.
  return changes
    .filter((change) => change.kind !== 'gone' || !later.has(change.before.id))
    .toSorted((a, b) => Number(isWorkedOut(a)) - Number(isWorkedOut(b)))
}

/** A change by which another number stands for the same thing. */
export type NumberChange = Extract<FigureChange, { readonly kind: 'changed' | 'later' }>

/** The changes by which another number stands for the same thing. */
export const numberChanges = (changes: readonly FigureChange[]): NumberChange[] =>
  changes.filter(
    (change): change is NumberChange =>
      change.kind === 'later' || (change.kind === 'changed' && change.what === 'value'),
  )

/** How many of each kind, for a sentence. */
export const figureCounts = (changes: readonly FigureChange[]) => {
  const of = (...kinds: FigureChange['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind)).length
  return { updated: of('changed', 'later'), added: of('new'), gone: of('gone') }
}

const byId = (figures: readonly PublishedFigure[]) => new Map(figures.map((figure) => [figure.id, figure]))

const isCited = (figure: PublishedFigure) => figure.theme !== undefined
const isWorkedOut = (change: FigureChange) => !isCited(change.kind === 'gone' ? change.before : change.after)

const seriesOf = ({ measure, area, ages, sex }: PublishedFigure) => [measure, area.code, ages, sex].join(' ')

function changeOf(
  old: PublishedFigure | undefined,
  now: PublishedFigure,
  series: ReadonlyMap<string, readonly PublishedFigure[]>,
): FigureChange[] {
  if (!old) {
    const earlier = (isCited(now) ? (series.get(seriesOf(now)) ?? []) : [])
      .filter(({ period }) => (period ?? '') < (now.period ?? ''))
      .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
      .at(-1)
    return [earlier ? { kind: 'later', before: earlier, after: now } : { kind: 'new', after: now }]
  }
  if (canonicalJson(old) === canonicalJson(now)) return []
  const what =
    old.value !== now.value || old.unit !== now.unit
      ? 'value'
      : canonicalJson(old.sources) === canonicalJson(now.sources)
        ? 'detail'
        : 'source'
  return [{ kind: 'changed', what, before: old, after: now }]
}
