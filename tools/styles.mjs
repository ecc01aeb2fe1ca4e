// Compiles the Sass to the two stylesheets, which are committed: node tools/styles.mjs
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'src/core/ui/static')

/** The address of a static file as the stylesheet names it: relative, with the same digest as core/ui/asset.ts adds. */
const address = (name) => {
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
    .slice(0, 10)
  return `url("${name}?${digest}")`
}

// GOV.UK's styles give each part its own type on paper; ours scale the whole page at once (styles/_print.scss),
// in the same typefaces as on a screen. Hints to smooth letters are for browsers that do so by themselves.
const dropped = [
  /@media print\{[^{}]*\{(?:font-family:sans-serif|font-size:[^{}]*)\}\}/g,
  /-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;?/g,
]

/** The stylesheet of every page, and what the pages of the design system read besides. */
export const sheets = ['mercat', 'design-system']

/**
 * Returns a stylesheet, compressed.
 * @param {string} sheet
 */
export function compileStyles(sheet) {
  const { css } = compile(join(root, `src/core/ui/styles/${sheet}.scss`), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
    charset: false,
    quietDeps: true,
  })
  const kept = dropped.reduce((text, pattern) => text.replaceAll(pattern, ''), css)
  return `${kept.replaceAll(/url\("([^"]+)"\)/g, (_, name) => address(name))}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const sheet of sheets) {
    const css = compileStyles(sheet)
    writeFileSync(join(folder, `${sheet}.css`), css)
    console.log(`${sheet}.css ${css.length} bytes, ${gzipSync(css, { level: 9 }).length} packed`)
  }
}
