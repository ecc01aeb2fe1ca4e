/** The stylesheet of every page, and what the pages of the design system read besides. */
export const sheets: readonly string[]

/** Returns a stylesheet, compressed. */
export function compileStyles(sheet: string): string
