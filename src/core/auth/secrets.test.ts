import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config/index.ts'
import { secretsOf } from './secrets.ts'

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mercat-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('an embedded folder gets a secret at first use, keeps it, and shows it to its owner only', () => {
  const folder = newFolder()
  const read = () => secretsOf(readConfig({ MERCAT_DATA_DIR: folder }, '/'))
  const first = read()
  expect(first.lasting).toBe(true)
  expect(first.values[0].length).toBeGreaterThan(32)
  expect(read()).toEqual(first)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('what is set comes first, and several are kept in their order', () => {
  const [fresh, old] = ['n'.repeat(32), 'o'.repeat(32)]
  expect(secretsOf(readConfig({ MERCAT_SECRET: `${fresh},${old}` }, '/'))).toEqual({
    values: [fresh, old],
    lasting: true,
  })
})

test('on PostgreSQL without one there is a secret for this process alone', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://nowhere/none' }, '/')
  expect(secretsOf(config).lasting).toBe(false)
  expect(secretsOf(config)).toBe(secretsOf(config))
})
