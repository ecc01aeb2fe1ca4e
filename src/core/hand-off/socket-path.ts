import { lstatSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '../values/index.ts'

/** The longest path that a Unix socket may have, bytes (Linux `sun_path`, less its closing zero). */
const longest = 107

/** Where the server of a data folder listens for commands; the same for the same folder and user, however it is named. */
export function socketPath(folder: string): string {
  const user = process.platform === 'win32' ? userInfo().username : String(process.getuid?.() ?? 0)
  const name = `mercat-${user}-${sha256(realpathSync(folder)).slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const path = join(tmpdir(), `${name}.sock`)
  return Buffer.byteLength(path) <= longest ? path : `/tmp/${name}.sock`
}

/** Whether a socket is there and is the caller's own: in a shared temporary folder anyone may put one under this name. */
export function isOwnSocket(path: string): boolean {
  if (process.platform === 'win32') return true
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isSocket() === true && found.uid === process.getuid?.()
}
