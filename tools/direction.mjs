/**
 * Checks the direction of the modules with dependency-cruiser, which reads TypeScript with TypeScript's own programming
 * interface. Version 7 has none, so dependency-cruiser would find no file at all and pass. It is handed version 6
 * here, and the check fails when fewer files were read than there are.
 */
import { readdirSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { root } from './node.mjs'

registerHooks({
  resolve: (name, context, next) => next(name.replace(/^typescript(?=$|\/)/, 'typescript-6'), context),
})

const require = createRequire(import.meta.url)
const { cruise } = await import('dependency-cruiser')
const { default: extractTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')

process.chdir(root)
const { options, ...ruleSet } = require('../.dependency-cruiser.cjs')
const { output } = await cruise(['src'], { ...options, ruleSet, validate: true }, undefined, {
  tsConfig: extractTsConfig(join(root, 'tsconfig.json')),
})
const { violations } = output.summary
for (const { rule, from, to, cycle } of violations) {
  const way = cycle ? cycle.map((step) => step.name).join(' → ') : to
  process.stdout.write(`${rule.name}: ${from} → ${way}\n`)
}

const read = output.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length
const present = readdirSync('src', { recursive: true }).filter((file) => /\.tsx?$/.test(file)).length
const tooFew = read < present * 0.9
process.stdout.write(`${violations.length} breaches; ${read} of ${present} files were read\n`)
if (tooFew) process.stdout.write('That is too few files for the check to mean anything.\n')
process.exitCode = violations.length > 0 || tooFew ? 1 : 0
