import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mercat-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The same as `lockFolder` does, in a process of its own that holds on until it is killed. */
const holding = (folder: string) => `
  const { DatabaseSync } = require('node:sqlite')
  const file = new DatabaseSync(${JSON.stringify(join(folder, 'lock.sqlite'))})
  file.exec('begin exclusive')
  console.log('held')
  setInterval(() => file, 1000)`

test('a folder is held by one, refused to the next, and free after release', () => {
  const folder = newFolder()
  const first = lockFolder(folder)
  expect(first).toBeDefined()
  expect(lockFolder(folder)).toBeUndefined()
  first?.release()
  const second = lockFolder(folder)
  expect(second).toBeDefined()
  second?.release()
})

test('a folder is one folder however it is named', () => {
  const [folder, other] = [newFolder(), newFolder()]
  symlinkSync(folder, join(other, 'link'))
  const first = lockFolder(folder)
  expect(lockFolder(join(other, 'link'))).toBeUndefined()
  first?.release()
})

test('a folder that is not there is made, for this user alone', () => {
  const folder = join(newFolder(), 'deep', 'down')
  lockFolder(folder)?.release()
  expect(readdirSync(folder)).toEqual(['lock.sqlite'])
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a process that is killed lets go at once, and leaves nothing that has to be cleared away', async () => {
  const folder = newFolder()
  const holder = spawn(process.execPath, ['-e', holding(folder)], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(holder.stdout, 'data')
  expect(lockFolder(folder)).toBeUndefined()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = lockFolder(folder)
  expect(lock).toBeDefined()
  lock?.release()
})

test('a folder that can’t be made is refused in a sentence', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => lockFolder(join(folder, 'file'))).toThrow(
    `The data folder ${join(folder, 'file')} can’t be made or written to.`,
  )
})

test('a lock file that is something else is refused in a sentence', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'lock.sqlite'), 'this is no database, and long enough to be seen as none'.repeat(40))
  expect(() => lockFolder(folder)).toThrow('is not a lock of Mercat')
})

test('node:sqlite works without a flag on the Node that runs this', () => {
  expect(execFileSync(process.execPath, ['-e', 'require("node:sqlite")'], { stdio: 'pipe' }).toString()).toBe('')
})
