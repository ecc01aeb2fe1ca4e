/** Returns the compressed stylesheet. */
export function compileStyles(): string
