import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Makes a file or folder once for all the processes of a run, and returns its path: whoever makes the folder of the lock
 * makes it beside its place and moves it there when it is whole; the others wait for it, or for their turn after a failure.
 */
export async function madeOnce(path: string, make: (unfinished: string) => Promise<void>): Promise<string> {
  const lock = `${path}.lock`
  while (!existsSync(path)) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    )
    if (!mine) {
      await wait(100)
      continue
    }
    try {
      if (!existsSync(path)) {
        await make(`${path}.unfinished`)
        await rename(`${path}.unfinished`, path)
      }
    } finally {
      await rm(lock, { recursive: true })
    }
  }
  return path
}
