// Cuts the two typefaces down to the characters the pages use, and puts the licences beside them.
// Run by hand when a typeface or the character set changes: node tools/fonts.mjs
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, 'src/core/ui/static/fonts')

/** Every character from one code point to another, both included. */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

const ascii = range(0x20, 0x7e)
const latin = range(0xa0, 0xff)
// The Welsh letters live in the typefaces' "latin-ext" files, so they become small files of their own,
// which a browser fetches only for a page that has one of them.
const welsh = 'ŵŷŴŶ'

const cuts = [
  {
    family: 'source-sans-3',
    set: 'latin',
    to: 'source-sans-3-400-700.woff2',
    wght: { min: 400, max: 700 },
    text: `${ascii}${latin}–—‘’“”…•−↑↓€`,
  },
  {
    family: 'source-sans-3',
    set: 'latin-ext',
    to: 'source-sans-3-welsh.woff2',
    wght: { min: 400, max: 700 },
    text: welsh,
  },
  {
    family: 'literata',
    set: 'latin',
    to: 'literata-640.woff2',
    wght: 640,
    text: `${ascii}£àáâèéêëìíîïòóôùúûÀÂÈÊÌÎÒÔÙÛ–—‘’“”…−×·½¼¾`,
  },
  { family: 'literata', set: 'latin-ext', to: 'literata-welsh.woff2', wght: 640, text: welsh },
]

mkdirSync(out, { recursive: true })
for (const { family, set, to, wght, text } of cuts) {
  const source = readFileSync(
    join(root, `node_modules/@fontsource-variable/${family}/files/${family}-${set}-wght-normal.woff2`),
  )
  const cut = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: { wght } })
  writeFileSync(join(out, to), cut)
  console.log(`${to} ${cut.length} bytes`)
}
for (const family of ['source-sans-3', 'literata']) {
  copyFileSync(join(root, `node_modules/@fontsource-variable/${family}/LICENSE`), join(out, `${family}-OFL.txt`))
}
