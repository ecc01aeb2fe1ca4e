/** Writes the invented part of the demonstration: `node demo/generate/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inventedFiles } from './files.ts'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))

for (const [path, text] of inventedFiles()) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  process.stdout.write(`${path}: ${text.length} characters\n`)
}
