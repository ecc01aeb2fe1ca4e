/** Whether a text is a year as documents print it: a calendar year (2019) or a financial year (2011/12). */
export function isYear(text: string): boolean {
  const match = /^((?:19|20)\d{2})(?:\/(\d{2}))?$/.exec(text)
  if (!match) return false
  return match[2] === undefined || Number(match[2]) === (Number(match[1]) + 1) % 100
}

/** A year as it stands in an address: `2011-12`, or `undated`. */
export const yearInAddress = (year: string | null): string => year?.replace('/', '-') ?? 'undated'

/** Whether a year is the one that a user or an address asks for: `2011/12`, `2011-12`, or 2011 for the financial year that starts in it. */
export const isYearAsked = (year: string | null, asked: string): boolean =>
  yearInAddress(year) === asked.replace('/', '-') || (/^\d{4}$/.test(asked) && year?.startsWith(`${asked}/`) === true)
