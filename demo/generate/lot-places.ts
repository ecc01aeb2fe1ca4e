import { parse } from 'csv-parse/sync'

/** Somebody who stands in a lot. */
export interface LotPlace {
  readonly provider: string
  readonly number: string
  readonly role: string
}

type Row = Readonly<Record<string, string>>

/** Who stands in the lots of a contract that serve an area, the lead first, as the file of lots has it. */
export function placesServing(lots: string, contract: string, area: string): readonly LotPlace[] {
  const order = ['lead', 'framework', 'fallback', 'additional']
  return rowsOf(lots)
    .filter((row) => row.contract === contract && row.until === '' && serves(row.areas ?? '', area))
    .map((row) => ({ provider: row.provider ?? '', number: row.provider_number ?? '', role: row.role ?? '' }))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/** A lot of the whole council serves every part of it. */
const serves = (areas: string, area: string): boolean =>
  areas.split('; ').some((one) => one === area || /^(S12|E10)/.test(one))

const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true })
