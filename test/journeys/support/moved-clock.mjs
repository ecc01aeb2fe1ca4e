/** Loaded before a server of a journey: its clock is ahead by as many minutes as a file says, so that what takes hours falls due in a moment. */
import { readFileSync } from 'node:fs'

const file = process.env.JOURNEY_CLOCK ?? ''
const real = Date
let ahead = 0

const look = () => {
  try {
    ahead = Number(readFileSync(file, 'utf8')) * 60_000
  } catch {
    ahead = 0
  }
}

const now = () => real.now() + ahead

look()
setInterval(look, 200).unref()
globalThis.Date = new Proxy(real, {
  construct: (target, words, asked) => Reflect.construct(target, words.length === 0 ? [now()] : words, asked),
  apply: () => new real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
