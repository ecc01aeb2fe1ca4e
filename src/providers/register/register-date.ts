import { type IsoDate, isIsoDate } from '../../core/values/index.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date as registers write it; null where there is none (a blank cell, or a month alone), undefined when it is not one. */
export function registerDate(text: string): IsoDate | null | undefined {
  if (text === '' || /^\d{4}_\d{1,2}$/.test(text)) return null
  // A time of day after the date says nothing here.
  const day = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '').trim()
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(day)
  if (british) return iso(british[3], british[2], british[1])
  const worded = /^(\d{1,2})[- ]([a-z]{3,9})[- ](\d{4})$/i.exec(day)
  if (worded) return iso(worded[3], String(months.indexOf(worded[2]?.slice(0, 3).toLowerCase() ?? '') + 1), worded[1])
  return isIsoDate(day) ? day : undefined
}

function iso(year = '', month = '', day = ''): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : undefined
}
