/** A row of a table as JSON writes it. */
export type CopiedRow = Readonly<Record<string, unknown>>

/** The tables of which a partner gets a copy, each after those that it points at. */
export const copiedTables = [
  'contract',
  'contract_change',
  'extension_option',
  'contract_detail',
  'contract_term',
  'lot',
  'lot_provider',
  'open_lot',
  'lot_area',
  'placement_gate',
  'standing',
  'price_cap',
  'rate_line',
  'rate',
  'contract_document',
] as const

export type CopiedTable = (typeof copiedTables)[number]

/** Rows of every such table. */
export type CopiedRows = { readonly [table in CopiedTable]: readonly CopiedRow[] }
