/** Runs every bench/*.bench.ts, one after another; `npm run bench -- pages` only those whose name contains that. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged, bundle } from './build.mjs'
import { root } from './node.mjs'

const folder = join(root, 'bench')
const filter = process.argv[2] ?? ''
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts') && file.includes(filter))
  .sort()

if (files.length === 0)
  console.log(
    filter ? `No bench is named after ${filter}.` : 'There are no benches: bench/ has no file named *.bench.ts.',
  )
await buildIfChanged()
for (const file of files) {
  // Beside the program, where the static files and the demonstration are found from.
  const bundled = join(root, 'dist', file.replace(/\.ts$/, '.mjs'))
  await bundle(join(folder, file), bundled)
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--expose-gc', bundled], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
