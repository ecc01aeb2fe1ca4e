/** Bundles one TypeScript entry into one module that Node runs; packages stay in node_modules. */
export function bundle(entry: string, outfile: string): Promise<void>
