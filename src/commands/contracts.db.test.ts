import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshPartnership, pictureThreeProviders } from '../../test/support/contract-files.ts'
import { openNew } from '../../test/support/new-database.ts'
import { runCommand } from '../../test/support/run-command.ts'
import type { Database } from '../core/db/index.ts'

let database: Database
let folder: string
let slug: string
beforeAll(async () => {
  database = await openNew()
  folder = await mkdtemp(join(tmpdir(), 'mercat-contracts-'))
  await pictureThreeProviders(database)
  slug = (await freshPartnership(database)).slug
  await writeFile(
    join(folder, 'register.csv'),
    [
      'Register of the council,,,,',
      'Ref,Contract Title,Supplier,Start Date,End Date',
      'C1,Care at home,"Third Care, Various",01/04/2024,31/03/2027',
      'C2,No such day,Third Care,31/02/2020,31/03/2023',
    ].join('\n'),
  )
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: string[]) => runCommand([...args, '--partnership', slug], { cwd: folder, on: database })
const lots = (over: Record<string, string> = {}) => {
  const asked = { service: 'care-at-home', area: 'S12000040', on: '2026-11-22', ...over }
  return run('lots', ...Object.entries(asked).flatMap(([name, value]) => [`--${name}`, value]), '--json')
}

test('a register is imported, exported, and every command prints one JSON document', async () => {
  const taken = await run('import', 'contracts', 'register.csv', '--json')
  expect(taken).toMatchObject({ exit: 0, err: '' })
  expect(JSON.parse(taken.out)).toMatchObject({
    added: 1,
    rejected: [{ line: 4, column: 'Start Date' }],
    // What is found out only later names its column as the file does, too.
    flagged: [{ line: 3, column: 'Supplier', reason: '“Various” names no supplier: left out.' }],
  })
  const written = await run('export', 'contracts', 'out.csv', '--json')
  expect([written.exit, JSON.parse(written.out)]).toMatchObject([0, { kind: 'contracts', rows: 1 }])
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('C1,Care at home,')
  const printed = await run('export', 'contracts', '--json')
  expect(JSON.parse(printed.out)).toMatchObject([{ reference: 'C1', suppliers: 'Third Care' }])
  expect((await run('export', 'contracts', '--on', '2020-13-01')).exit).toBe(2)
})

test('a column that no import reads is refused, and a file that has not the one that was named', async () => {
  for (const [map, sentence] of [
    ['frob=Contract Title', 'An import of contracts reads no column “frob”.'],
    ['title=Nope', 'The file has no column “Nope”, which was to be read as “title”.'],
  ] as const) {
    const { exit, out, err } = await run('import', 'contracts', 'register.csv', '--map', map, '--json')
    expect([exit, JSON.parse(out).error]).toEqual([1, sentence])
    expect(err).toContain(sentence)
  }
  expect((await run('import', 'contracts', 'register.csv', '--map', 'title')).exit).toBe(2)
})

test.each([
  [{ service: 'frobnication' }, 1, 'A kind of service named “frobnication” was not found.'],
  [{ area: 'Nowhere' }, 1, 'An area named “Nowhere” was not found.'],
  [{ on: '31/02/2026' }, 2, 'It must be a date such as 2025-05-31.'],
  [{ on: '9999-12-31' }, 2, 'It must be a date such as 2025-05-31.'],
])('lots asked for with %j end with %i and a sentence, in one document', async (over, code, sentence) => {
  const { exit, out } = await lots(over)
  expect(exit).toBe(code)
  expect(JSON.parse(out).error).toContain(sentence)
})

test('a partnership that is not there is said so, by every command', async () => {
  for (const args of [
    ['lots', '--service', 'care-at-home', '--area', 'x', '--on', '2026-11-22'],
    ['export', 'contracts'],
    ['import', 'contracts', 'register.csv'],
  ]) {
    const on = { cwd: folder, on: database }
    const { exit, out } = await runCommand([...args, '--partnership', 'nowhere', '--json'], on)
    expect([exit, JSON.parse(out).error]).toEqual([1, 'A partnership named “nowhere” was not found.'])
  }
})
