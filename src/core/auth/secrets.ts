import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/index.ts'

/** The words that sessions are signed and second-step secrets are encrypted with; the first is the current one. */
export interface Secrets {
  readonly values: readonly [string, ...string[]]
  /** Whether they outlive the process. Without that nobody could sign in twice, so passwords are off. */
  readonly lasting: boolean
}

const known = new WeakMap<Config, Secrets>()

/** The secrets of an installation: as set, or from the embedded database's folder, or for this process alone. */
export function secretsOf(config: Config): Secrets {
  const secrets = known.get(config) ?? load(config)
  known.set(config, secrets)
  return secrets
}

function load({ secrets, store }: Config): Secrets {
  const [first, ...rest] = secrets
  if (first) return { values: [first, ...rest], lasting: true }
  if (store.kind === 'embedded') return { values: [keptSecret(store.folder)], lasting: true }
  return { values: [randomBytes(32).toString('base64url')], lasting: false }
}

/** The secret in the data folder; made at first use, whole or not at all. */
function keptSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    try {
      linkSync(unfinished, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(unfinished, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}
