/** What `npm run check` runs: every check at once, the output of those that found something, and how each went. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './node.mjs'

const packages = join(root, 'node_modules')
const checks = {
  types: [join(packages, 'typescript/bin/tsc'), '--noEmit', '-p', '.'],
  'types of the scripts': [join(packages, 'typescript/bin/tsc'), '--noEmit', '-p', 'src/core/ui/scripts'],
  'lint and format': [join(packages, '@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
  'module direction': ['tools/direction.mjs'],
  'unused code': [join(packages, 'knip/bin/knip.js')],
  tidiness: ['tools/tidy.mjs'],
}

/** Runs one check and keeps what it says until it has ended. */
async function run([name, args]) {
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const failed = (await new Promise((resolve) => child.once('close', resolve))) !== 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `${failed ? `\n${output.trim()}\n` : ''}${failed ? 'FAILED' : 'passed'}  ${name} (${seconds} s)\n`,
  )
  return failed
}

const failures = (await Promise.all(Object.entries(checks).map(run))).filter(Boolean).length
process.stdout.write(failures ? `${failures} of ${Object.keys(checks).length} checks failed\n` : 'Every check passed\n')
process.exitCode = failures ? 1 : 0
