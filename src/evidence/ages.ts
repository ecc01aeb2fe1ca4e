/** Whole years of age from `from` to `to`, both included; `to` is null when the band is open-ended. */
export interface AgeBand {
  readonly from: number
  readonly to: number | null
}

/** Everyone. */
export const allAges: AgeBand = { from: 0, to: null }

/** Ages as people and files write them: `75+`, `75 and over`, `75plus`, `75-plus`, `65-74`, `65 to 74`, `40`, `all`; undefined when it is none. */
export function parseAges(text: string): AgeBand | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^aged?\s*/, '')
    .replaceAll(/[–—−]/g, '-')
  if (/^all( ages)?$/.test(plain)) return allAges
  const open = /^(\d{1,3})\s*(\+|-?\s*plus|and over|or over)$/.exec(plain)
  if (open) return { from: Number(open[1]), to: null }
  const closed = /^(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?$/.exec(plain)
  if (!closed) return undefined
  const [from, to] = [Number(closed[1]), Number(closed[2] ?? closed[1])]
  return from <= to ? { from, to } : undefined
}

const isAll = ({ from, to }: AgeBand) => from === 0 && to === null

/** The short form that data carries: `75+`, `65-74`, `40`, `all`. */
export function agesText(band: AgeBand): string {
  if (isAll(band)) return 'all'
  if (band.to === null) return `${band.from}+`
  return band.from === band.to ? String(band.from) : `${band.from}-${band.to}`
}

/** The form for addresses, without a plus sign: `75-plus`, `65-74`, `all`. */
export const agesKey = (band: AgeBand): string => agesText(band).replace('+', '-plus')

/** The form for sentences: "aged 75 and over", "aged 65 to 74", "of all ages". */
export function agesInWords(band: AgeBand): string {
  if (isAll(band)) return 'of all ages'
  if (band.to === null) return `aged ${band.from} and over`
  return band.from === band.to ? `aged ${band.from}` : `aged ${band.from} to ${band.to}`
}

/** The form for table headings: "75 and over", "65 to 74", "All ages". */
export const agesHeading = (band: AgeBand): string =>
  isAll(band) ? 'All ages' : agesInWords(band).slice('aged '.length)

/** Whether two bands share an age. */
export const overlap = (a: AgeBand, b: AgeBand): boolean =>
  a.from <= (b.to ?? Number.POSITIVE_INFINITY) && b.from <= (a.to ?? Number.POSITIVE_INFINITY)
