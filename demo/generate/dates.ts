const day = 24 * 60 * 60 * 1000

/** A calendar date so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** A date as both regulators write it: dd/mm/yyyy. */
export const asPrinted = (date: string | null): string => date?.split('-').toReversed().join('/') ?? ''
