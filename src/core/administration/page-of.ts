/** Rows on one page of a list. */
export const pageLength = 50

/** Which page of a list is asked for, from 1; anything else than a number is the first. */
export function pageNumber(asked: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(asked ?? '') ? Number(asked) : 1
}

/** From which row on a page begins. */
export const offsetOf = (page: number): number => (page - 1) * pageLength

/** Which rows of how many a page shows: "51 to 100 of 203". */
export function rowsShown(page: number, shown: number, total: number): string {
  const from = offsetOf(page) + 1
  return `${from} to ${from + shown - 1} of ${total}`
}
