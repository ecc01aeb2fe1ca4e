import type { Io } from './context.ts'

const width = 30

/** Shows how far something has come on standard error: a bar drawn in place on a terminal, otherwise a line per step. */
export function progressBar(io: Io): (share: number, doing: string) => void {
  let last = ''
  return (share, doing) => {
    const filled = Math.round(Math.min(1, share) * width)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
    const line = `${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${doing}`
    if (io.interactive) io.err(`\r${line.padEnd(last.length)}${share >= 1 ? '\n' : ''}`)
    else if (doing !== last.slice(width + 7)) io.err(`${line}\n`)
    last = line
  }
}
