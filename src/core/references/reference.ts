/** A short reference that people quote, in its parts: `WL-PKG-00042` is number 42 of West Lothian's packages. */
export interface Reference {
  /** The partnership's, as `WL`. */
  prefix: string
  /** What it refers to, as `PKG`. */
  kind: string
  number: number
}

/** A reference as it is printed: at least five digits. */
export const formatReference = ({ prefix, kind, number }: Reference): string =>
  `${prefix}-${kind}-${String(number).padStart(5, '0')}`

/** The parts of a reference as people type it, in any case and with or without its zeros; undefined when it is none. */
export function parseReference(text: string): Reference | undefined {
  const match = /^([A-Z]{2,5})[-–\s]+([A-Z]{2,5})[-–\s]+(\d{1,12})$/.exec(text.trim().toUpperCase())
  const number = Number(match?.[3])
  if (!match?.[1] || !match[2] || !(number > 0)) return undefined
  return { prefix: match[1], kind: match[2], number }
}
