/** Whether people were counted or their number projected. */
export type PopulationKind = 'estimate' | 'projection'

/** One published set of population figures. */
export interface EditionName {
  readonly kind: PopulationKind
  /** The base year of a projection; the last year of a series of estimates. */
  readonly vintage: number
}

/** The short form for addresses: `projection-2018`. */
export const editionKey = ({ kind, vintage }: EditionName): string => `${kind}-${vintage}`

/** The edition that a short form names; undefined when it names none. */
export function parseEditionKey(text: string): EditionName | undefined {
  const match = /^(estimate|projection)-(\d{4})$/.exec(text)
  if (!match) return undefined
  return { kind: match[1] === 'estimate' ? 'estimate' : 'projection', vintage: Number(match[2]) }
}

/** An edition in words: "2018-based projection", "estimates to 2023". */
export const editionInWords = ({ kind, vintage }: EditionName): string =>
  kind === 'projection' ? `${vintage}-based projection` : `estimates to ${vintage}`

/** Projections come before estimates, so that the years from a projection's base on are one series; newer editions before older. */
export const byPreference = (a: EditionName, b: EditionName): number =>
  a.kind === b.kind ? b.vintage - a.vintage : a.kind === 'projection' ? -1 : 1
