import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import type { CommandContext } from '../src/commands/context.ts'
import { commands } from '../src/commands/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'src', 'demo', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((name) => name.endsWith('.md')),
  ),
]

const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '')

/** The names that GitHub and GitLab give to headings: small letters, hyphens for spaces, nothing else. */
const anchorsOf = (text: string) =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )

const linksOf = (document: string) =>
  [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))

function isBroken(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? join(root, document) : resolve(root, dirname(document), path)
  if (!existsSync(target)) return true
  return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
}

test('every link within the documents leads to a file, and to a heading where it names one', () => {
  const links = documents.flatMap((document) => linksOf(document).map((link) => ({ document, link })))
  expect(links.length).toBeGreaterThan(30)
  expect(links.filter(({ document, link }) => isBroken(document, link))).toEqual([])
})

test('the settings of the program and those in the guide for operators are the same', () => {
  const object = /z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('src/core/config/config.ts'))?.[1] ?? ''
  const known = [...object.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
  const table =
    read('docs/operating.md')
      .split(/^## /m)
      .find((part) => part.startsWith('Settings')) ?? ''
  const told = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(known.length).toBeGreaterThan(5)
  expect(told.toSorted()).toEqual(known.toSorted())
})

test('every dependency has its reason in ADR 11, and no other package does', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const rows = read('docs/adr/0011-dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name))
  const used = [dependencies, devDependencies, optionalDependencies].flatMap((list) => Object.keys(list ?? {}))
  expect(told.toSorted()).toEqual(used.toSorted())
})

/** The full names of all commands that can be run: `import population`, not `import`. */
const namesOf = (command: Command, before: readonly string[] = []): string[] =>
  command.commands.flatMap((child) => {
    const name = [...before, child.name()]
    return child.commands.length > 0 ? namesOf(child, name) : [name.join(' ')]
  })

test('every command is in the README or in the guide for operators', () => {
  const program = new Command('mercat')
  // Adding a command only describes it; the context is used when one is run.
  for (const add of commands) add(program, {} as CommandContext)
  const text = `${read('README.md')}\n${read('docs/operating.md')}`
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].join('\n')
  const isTold = (name: string) => new RegExp(`\\bmercat(\\.mjs)? ${name}\\b`).test(code)
  const names = namesOf(program)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !isTold(name))).toEqual([])
})

test('every module has a README, and the floor plan names them all', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'commands')
    .map((entry) => entry.name)
  const plan = read('README.md').split('## The floor plan')[1] ?? ''
  expect(folders.filter((name) => !existsSync(join(root, 'src', name, 'README.md')))).toEqual([])
  expect(folders.filter((name) => !plan.includes(`\`${name}\``))).toEqual([])
})

test('the README of core names each of its folders', () => {
  const folders = readdirSync(join(root, 'src/core'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const told = [...read('src/core/README.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  expect(told.toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
})
