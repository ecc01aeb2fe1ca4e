/** Three habits that no linter here knows: short files, views that are synchronous, and no markup past the escaping. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'

const longest = 350
const folders = ['bin', 'src', 'test', 'demo', 'bench', 'tools']
const asynchronous = /(?<![.\w])async\s+(?:function\b|\([^)]*\)\s*(?::[^=]+)?=>|\w+\s*=>|[\w#]+\s*\()/
const isView = (file) => /^src\/(?:.*\/views\/|core\/ui\/(?!scripts\/))/.test(file) && !/\.test\.tsx?$/.test(file)

const files = folders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file))
const findings = files.flatMap((file) => {
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n')
  const at = (pattern, finding) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${finding}`] : []))
  return [
    ...(lines.length > longest ? [`${file} has ${lines.length} lines; ${longest} is the limit`] : []),
    ...(isView(file) ? at(asynchronous, 'is async: an async component renders as nothing, without an error') : []),
    ...(/\.tsx?$/.test(file) && file.startsWith('src/')
      ? at(/dangerouslySetInnerHTML\s*[=:]/, 'writes markup past the escaping')
      : []),
  ]
})

for (const finding of findings) process.stdout.write(`${finding}\n`)
process.stdout.write(`${findings.length} untidy places in ${files.length} files\n`)
process.exitCode = findings.length > 0 || files.length === 0 ? 1 : 0
