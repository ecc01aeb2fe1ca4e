import type { IsoDate } from '../../core/values/index.ts'
import { laidOver } from '../changes/days.ts'
import type { TablePrice } from './national-framework.ts'

/** A price as a file tells it: without a last day it holds until the next of its kind. */
export interface ToldPrice extends TablePrice {
  readonly line: number
}

/** What tells the prices of a table apart, whatever their days. */
export const seriesKey = ({ framework, unit, level }: Pick<TablePrice, 'framework' | 'unit' | 'level'>): string =>
  [framework, unit, level].join('|')

/** One kind of price of a table over time, after what a file tells is laid over what stood. */
export function layTable(standing: readonly TablePrice[], told: readonly ToldPrice[]): readonly TablePrice[] {
  const firsts = [...standing, ...told].map(({ from }) => from).toSorted()
  const nextAfter = (day: IsoDate) => firsts.find((from) => from > day) ?? null
  return told
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<TablePrice[]>(
      (pieces, { line: _, ...price }) => {
        return laidOver(pieces, [{ ...price, until: price.until ?? nextAfter(price.from) }])
      },
      standing.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    )
}
