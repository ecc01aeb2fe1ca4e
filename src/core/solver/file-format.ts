/** How a file can be written: our exchange format, or the classical one for generalized assignment. */
export type Format = 'mercat' | 'gap'

/** Largest file that is read, bytes. */
export const largestFile = 256 * 1024 * 1024

/** The format of a text that does not say: gap files begin with a number. */
export const formatOf = (text: string): Format => (/^\s*\d/.test(text) ? 'gap' : 'mercat')
