/** The reason that stands beside every change that a file made. */
export const importReason = (file: string): string => `Imported from ${file}`

/** The rule by which files are taken, for the ledger. */
export const importRule = { name: 'procurement.import', version: '1' } as const
