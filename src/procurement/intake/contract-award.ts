import { Temporal } from 'temporal-polyfill'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ImportedAward } from '../changes/imported-award.ts'
import type { Days } from '../contract.ts'
import type { ContractOfFile } from './contract-of-file.ts'
import { optionDays } from './options-cell.ts'

/** The first term that a row tells; without a start, from a year before its end, or from today where that is earlier. */
export function termOfRow({ start, until }: Pick<ContractOfFile, 'start' | 'until'>, today: IsoDate): Days {
  if (start !== null || until === null) return { from: start ?? today, until }
  const yearBefore = Temporal.PlainDate.from(until).subtract({ years: 1 }).toString()
  return { from: yearBefore < today ? yearBefore : today, until }
}

/** The award that a row tells; its suppliers hold the whole contract as one lot, over all of the partnership's area. */
export function awardOfRow(
  row: ContractOfFile,
  suppliers: readonly Id[],
  { areaCode, today }: { readonly areaCode: string; readonly today: IsoDate },
): ImportedAward {
  const term = termOfRow(row, today)
  const options = term.until === null ? [] : optionDays(term.until, row.options)
  const agreed = row.extendedUntil ?? term.until
  const next = options.findIndex(({ until }) => agreed === null || until > agreed)
  const lot = {
    number: '',
    name: '',
    serviceType: row.detail.serviceType,
    areas: row.detail.serviceType === null ? [] : [areaCode],
    needsLead: false,
    caps: [],
    standings: suppliers.map((organisationId) => ({ organisationId, role: 'framework' as const, rank: null })),
    rates: [],
  }
  return {
    kind: 'award',
    detail: row.detail,
    term,
    options: options.map((days, index) => ({ ...days, decideBy: index === next ? row.decideBy : null })),
    extendedUntil: row.extendedUntil,
    lots: suppliers.length > 0 ? [lot] : [],
  }
}
