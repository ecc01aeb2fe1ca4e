import { addDays, type IsoDate, isIsoDate } from '../values/index.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Excel's count of days, of which 1 is 1 January 1900; it holds 29 February 1900 for a day, so later ones count from a day earlier. */
const excelZero = '1899-12-30'
/** 1 January 1950 to 31 December 2149: other numbers are no days, but years or amounts. */
const excelDays = { least: 18_264, most: 91_310 }

/** The day that a cell means: ISO, day first as in the United Kingdom, with the month in words, or as Excel counts; undefined when it is none. */
export function dayFrom(text: string): IsoDate | undefined {
  const plain = text.trim().replace(/[ T]00:00(:00)?(\.0+)?Z?$/, '')
  if (/^\d{5}$/.test(plain)) return excelDay(Number(plain))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (iso) return real(iso[1], iso[2], iso[3])
  const british = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(plain)
  if (british) return real(century(british[3]), british[2], british[1])
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})$/i.exec(plain)
  const month = months.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? '') + 1
  return words && month > 0 ? real(century(words[3]), String(month), words[1]) : undefined
}

const excelDay = (count: number) =>
  count >= excelDays.least && count <= excelDays.most ? addDays(excelZero, count) : undefined

/** Registers hold no days of a century ago, and write the year 9999 for an end that is not known: neither is a day to reckon with. */
const years = { least: '1900', most: '2199' }
const century = (year = '') => (year.length === 2 ? `20${year}` : year)

function real(year = '', month = '', day = ''): IsoDate | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year >= years.least && year <= years.most && isIsoDate(iso) ? iso : undefined
}
