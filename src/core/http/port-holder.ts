import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/** The state that /proc/net/tcp gives a listening socket. */
const listening = '0A'

/** The process that listens on a port, where the system tells (Linux, own processes); otherwise undefined. */
export function portHolder(port: number): { pid: number; name: string } | undefined {
  try {
    const inode = listeningInode(port)
    if (!inode) return undefined
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      if (holds(pid, inode)) return { pid: Number(pid), name: programOf(pid) }
    }
  } catch {
    // No /proc here: the sentence does without the name.
  }
  return undefined
}

function listeningInode(port: number): string | undefined {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const cells = line.trim().split(/\s+/)
      if (cells[1]?.endsWith(wanted) && cells[3] === listening) return cells[9]
    }
  }
  return undefined
}

function holds(pid: string, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`)
  } catch {
    return false // another user's process, or one that has just ended
  }
}

/** The program as it was called; its thread's name would say only that it is one. */
const programOf = (pid: string): string =>
  basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0', 1)[0] ?? '')
