import { tmpdir } from 'node:os'
import { main } from '../../src/cli.ts'
import type { Database } from '../../src/core/db/index.ts'

/** What a command left behind. */
export interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process: on the database given, as a server does for others, or on the one that `env` names. */
export async function runCommand(
  args: readonly string[],
  { env = {}, cwd = tmpdir(), on }: { env?: Record<string, string>; cwd?: string; on?: Database } = {},
): Promise<Said> {
  const said = { out: '', err: '' }
  const out = (text: string) => {
    said.out += text
  }
  const err = (text: string) => {
    said.err += text
  }
  const exit = await main(args, { out, err, cwd, env, interactive: false }, on)
  return { exit, ...said }
}
