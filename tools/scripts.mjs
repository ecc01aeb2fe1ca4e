// Bundles the scripts of the pages to the one module, which is committed: node tools/scripts.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const file = join(root, 'src/core/ui/static/mercat.js')

/** Returns the minified module. */
export async function bundleScripts() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/core/ui/scripts/mercat.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    // Every browser of the last three years; older ones get the pages without scripts.
    target: ['es2022', 'chrome111', 'firefox119', 'safari16.4'],
    charset: 'utf8',
    tsconfig: 'src/core/ui/scripts/tsconfig.json',
    logLevel: 'error',
  })
  return outputFiles[0].text
}

/** Writes the module where it has changed, and so does not wake a watcher for nothing. */
export async function writeScripts() {
  const script = await bundleScripts()
  if (!existsSync(file) || readFileSync(file, 'utf8') !== script) writeFileSync(file, script)
  return script
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const script = await writeScripts()
  console.log(`mercat.js ${script.length} bytes, ${gzipSync(script).length} gzipped`)
}
