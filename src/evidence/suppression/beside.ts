import type { Figure } from '../figure.ts'
import { isCountOfPeople, type Tabling } from './figure-table.ts'
import { isSmall } from './hidden-cells.ts'
import type { Publication } from './publication.ts'
import type { Sum } from './table.ts'

/** A number that is hidden, with the numbers that its readers may set a share, a rate or a change against. */
export interface HiddenBeside {
  readonly figure: Figure
  readonly value: number
  /** The most and the least that it can be for all that is said of hidden numbers. */
  readonly least: number
  readonly most: number
  /** Shown numbers of the same time: of the same area, or of the same measure in an area that it lies in. */
  readonly wholes: readonly number[]
  /** Shown numbers of the same area and measure at other times. */
  readonly otherTimes: readonly number[]
}

/** What is hidden beside a figure. */
export interface Beside {
  /** Numbers that its words could tell: of the same measure, or of the same area, time and source. */
  readonly numbers: readonly number[]
  /** Those of the same area, which a share or a change may tell. */
  readonly ofArea: readonly HiddenBeside[]
}

/** For each figure the hidden numbers that its readers would look for in it. */
export function besidesOf<F extends Figure>(
  figures: readonly F[],
  hidden: ReadonlySet<string>,
  { limit, areaSums }: Pick<Publication, 'limit' | 'areaSums'>,
  { readBy = () => '' }: Tabling<F>,
): (figure: F) => Beside {
  const gone = figures.filter(({ id }) => hidden.has(id))
  const shown = figures.filter((figure) => isCountOfPeople(figure) && !hidden.has(figure.id))
  const keyed = (...parts: readonly (string | null)[]) => JSON.stringify(parts)
  const areaOf = (figure: F) => keyed(readBy(figure), figure.area.code)
  const measureOf = (figure: F) => keyed(readBy(figure), figure.measure)
  const factsOf = (figure: F) => figure.sources.map(({ key }) => keyed(areaOf(figure), figure.period, key))
  const shownInArea = Map.groupBy(shown, areaOf)
  const shownInMeasure = Map.groupBy(shown, measureOf)
  const valuesOf = (some: readonly F[] | undefined, of: (figure: F) => boolean) =>
    (some ?? []).flatMap((figure) => (of(figure) && figure.value !== null ? figure.value : []))
  const hiddenBeside = (figure: F): HiddenBeside => {
    const { value, measure, period, area } = figure
    const number = value ?? 0
    const around = areasAround(area.code, areaSums)
    const sameTime = (other: F) => other.period === period
    return {
      figure,
      value: number,
      least: Math.min(1, number),
      most: isSmall(number, limit) ? limit - 1 : Number.POSITIVE_INFINITY,
      wholes: [
        ...valuesOf(shownInArea.get(areaOf(figure)), sameTime),
        ...valuesOf(shownInMeasure.get(measureOf(figure)), (other) => sameTime(other) && around.has(other.area.code)),
      ],
      otherTimes: valuesOf(
        shownInMeasure.get(measureOf(figure)),
        (other) => other.area.code === area.code && other.measure === measure && !sameTime(other),
      ),
    }
  }
  const inArea = Map.groupBy(
    gone.map((figure) => ({ key: areaOf(figure), beside: hiddenBeside(figure) })),
    ({ key }) => key,
  )
  const inMeasure = Map.groupBy(gone, measureOf)
  const inFacts = Map.groupBy(
    gone.flatMap((figure) => factsOf(figure).map((key) => ({ key, figure }))),
    ({ key }) => key,
  )
  return (figure) => ({
    numbers: [
      ...new Set(
        [
          ...(inMeasure.get(measureOf(figure)) ?? []),
          ...factsOf(figure).flatMap((key) => (inFacts.get(key) ?? []).map(({ figure: other }) => other)),
        ].map(({ value }) => value ?? 0),
      ),
    ],
    ofArea: (inArea.get(areaOf(figure)) ?? []).map(({ beside }) => beside),
  })
}

/** The areas that an area lies in, in every hierarchy. */
function areasAround(code: string, sums: readonly Sum[]): ReadonlySet<string> {
  const around = new Set([code])
  // What is added while the set is read is read as well.
  for (const at of around) for (const { total, parts } of sums) if (parts.includes(at)) around.add(total)
  return around
}
