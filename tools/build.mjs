/** Bundles the program into dist/ when anything it is made of has changed. Node does not run .tsx by itself. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './node.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.inputs')
const isTest = (name) => /\.test\.tsx?$/.test(name)

/** One digest over the contents of every file that the bundle is made from. */
function inputsDigest() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of [
    ...sources,
    ...['package-lock.json', 'tsconfig.json', 'tools/build.mjs'].map((f) => join(root, f)),
  ]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

const builtDigest = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')

/** For Node; packages stay in node_modules. */
const usual = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  logLevel: 'error',
}

/** Bundles one TypeScript entry into one module that Node runs. */
export async function bundle(entry, outfile) {
  const { build } = await import('esbuild')
  await build({ ...usual, entryPoints: [entry], outfile })
}

/** Bundles some entries into a folder; what one of them imports only when it needs it is loaded only then. */
async function bundleInParts(entryPoints, outdir) {
  const { build } = await import('esbuild')
  await build({ ...usual, entryPoints, outdir, splitting: true, outExtension: { '.js': '.mjs' } })
}

/**
 * Brings dist/ up to date and tells whether there was anything to do.
 * A new folder takes the place of the old one whole, so that another process never meets half of it.
 */
export async function buildIfChanged() {
  const digest = inputsDigest()
  if (builtDigest() === digest) return false
  const fresh = join(root, '.cache', `build-${process.pid}`)
  try {
    await bundle('src/cli.ts', join(fresh, 'mercat.mjs'))
    // One command that needs nothing of the rest, for it is held to a time and a memory; and the thread that solves
    // allocation problems, started by its file.
    await bundleInParts({ 'solve-cli': 'src/solve-cli.ts', solver: 'src/core/solver/thread.ts' }, fresh)
    const assets = join(root, 'src/core/ui/static')
    if (existsSync(assets)) cpSync(assets, join(fresh, 'static'), { recursive: true })
    else mkdirSync(join(fresh, 'static'))
    writeFileSync(join(fresh, '.inputs'), digest)
    const old = `${fresh}-old`
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(fresh, dist)
    rmSync(old, { recursive: true, force: true })
  } catch (error) {
    // Another process that built the same at the same moment may have put its folder there first.
    if (builtDigest() !== digest) throw error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  try {
    if (await buildIfChanged()) process.stderr.write(`mercat: built in ${Math.round(performance.now() - started)} ms\n`)
  } catch (error) {
    // esbuild has already printed what is wrong and where.
    process.stderr.write(`mercat: the program could not be built: ${String(error.message).split('\n', 1)[0]}\n`)
    process.exitCode = 1
  }
}
