import { addDays, type IsoDate, isIsoDate } from '../../core/values/index.ts'

/** The last day of a period: 31 March 2022 for 2021/22; of a span its end; undefined for words that are no period. */
export const periodEnd = (period: string): IsoDate | undefined => endOf(period.split(' to ').at(-1) ?? '')

/** The first day of a period: 1 April 2021 for 2021/22; of a span its beginning. */
export const periodStart = (period: string): IsoDate | undefined => startOf(period.split(' to ')[0] ?? '')

function startOf(moment: string): IsoDate | undefined {
  if (isIsoDate(moment)) return moment
  if (isMonth(moment)) return `${moment}-01`
  if (/^\d{4}$/.test(moment)) return `${moment}-01-01`
  return isFinancialYear(moment) ? `${moment.slice(0, 4)}-04-01` : undefined
}

function endOf(moment: string): IsoDate | undefined {
  if (isIsoDate(moment)) return moment
  if (/^\d{4}$/.test(moment)) return `${moment}-12-31`
  if (isFinancialYear(moment)) return `${Number(moment.slice(0, 4)) + 1}-03-31`
  if (!isMonth(moment)) return undefined
  const [year = 0, month = 1] = moment.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

const isFinancialYear = (text: string) => {
  const match = /^(\d{4})\/(\d{2})$/.exec(text)
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2])
}
