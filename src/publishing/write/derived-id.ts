import { type Id, sha256 } from '../../core/values/index.ts'

/**
 * An identifier that follows from what it is for and is none of those taken: a form that is sent twice makes the same
 * blocks twice, which is once.
 */
export function derivedId(seed: string, taken: ReadonlySet<Id>): Id {
  for (let attempt = 0; ; attempt += 1) {
    const digest = sha256(`${seed} ${attempt}`)
    const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
    const id = [...parts, digest.slice(20, 32)].join('-')
    if (!taken.has(id)) return id
  }
}
