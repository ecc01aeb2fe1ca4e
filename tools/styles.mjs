// Compiles the Sass to the one stylesheet, which is committed: node tools/styles.mjs
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** Returns the compressed stylesheet. */
export function compileStyles() {
  const { css } = compile(join(root, 'src/core/ui/styles/mercat.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
    charset: false,
    quietDeps: true,
  })
  return `${css.replaceAll(/url\("([^"]+)"\)/g, (_, name) => address(name))}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const css = compileStyles()
  writeFileSync(join(folder, 'mercat.css'), css)
  console.log(`mercat.css ${css.length} bytes`)
}
