/** How much larger a number is at the end than at the start, as a share of the start: 0.25 is a quarter more; undefined from nothing. */
export const growth = (from: number, to: number): number | undefined => (from > 0 ? (to - from) / from : undefined)
