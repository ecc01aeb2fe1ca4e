import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../values/index.ts'

// Beside this file in the source, beside the bundle once built.
const folder = new URL('./static/', import.meta.url)

const addresses = new Map<string, string>()

/**
 * The address of a file in `static`, with ten digits of its digest, so that a browser may keep it for ever.
 * The stylesheet adds the same digits (tools/styles.mjs), so a preloaded font is fetched once. Throws for a file that isn't there.
 */
export function asset(name: string): string {
  const known = addresses.get(name)
  if (known) return known
  const file = new URL(name, folder)
  if (!existsSync(file)) throw new Error(`There is no static file "${name}" in ${fileURLToPath(folder)}`)
  const address = `/static/${name}?${sha256(readFileSync(file)).slice(0, 10)}`
  addresses.set(name, address)
  return address
}
