import { number } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Contract, Lot, Standing } from '../contract.ts'
import { type NationalRate, rateInForce } from '../rate-in-force.ts'
import { priceText } from '../rates/price-words.ts'
import { inOrder, standingsOn } from '../standing.ts'
import { dayTypeWords, unitWords } from './contract-words.ts'
import { lifeOf } from './life.ts'

/** A provider in a lot on a day, with what is paid. */
export interface LotPlace {
  readonly standing: Standing
  /** "£18.40 an hour, and 3 more prices"; undefined when there is none. */
  readonly price: string | undefined
}

/** A lot on a day: who stands in it, and who stood in it before. */
export interface LotOnDay {
  readonly lot: Lot
  readonly places: readonly LotPlace[]
  /** Those who left, and those who are to join, in their order. */
  readonly others: readonly Standing[]
}

/** The day on which the lots of a contract are shown: the one asked for, or the first or last of its life when outside. */
export function dayWithin(contract: Pick<Contract, 'terms' | 'options'>, on: IsoDate): IsoDate {
  const { begins, ends } = lifeOf(contract, on)
  if (begins && on < begins) return begins
  return ends && on > ends ? ends : on
}

/** The lots of a contract on a day, with who stands in each and what is paid. */
export const lotsOn = (contract: Contract, on: IsoDate, national: readonly NationalRate[]): readonly LotOnDay[] =>
  contract.lots.map((lot) => {
    const here = standingsOn(lot.standings, on)
    const ids = new Set(here.map(({ lotProviderId }) => lotProviderId))
    const elsewhere = lot.standings.filter(({ lotProviderId, state }) => !ids.has(lotProviderId) && state !== 'left')
    return {
      lot,
      places: here.map((standing) => ({ standing, price: priceOf(contract, lot, standing, on, national) })),
      others: [...new Map(elsewhere.map((standing) => [standing.lotProviderId, standing])).values()].toSorted(inOrder),
    }
  })

function priceOf(
  { terms }: Contract,
  lot: Lot,
  { organisationId }: Standing,
  on: IsoDate,
  national: readonly NationalRate[],
): string | undefined {
  const rate = rateInForce({ lines: lot.rateLines, terms, national }, { organisationId, on })
  if (!rate.found) return undefined
  const line = lot.rateLines.find(({ id }) => id === rate.lineId)
  const theirs = lot.rateLines.filter((one) => one.organisationId === null || one.organisationId === organisationId)
  const more = theirs.length - 1
  return [
    `${priceText(rate.standardPence)} ${unitWords[rate.unit]}`,
    line?.visitMinutes ? `of ${line.visitMinutes} minutes` : '',
    line ? dayTypeWords[line.dayType] : '',
    line?.level ? `(${line.level})` : '',
    more > 0 ? `and ${number(more)} more ${more === 1 ? 'price' : 'prices'}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
