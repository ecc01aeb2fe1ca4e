import { invalid } from '../errors/index.ts'

/** The longest line that is still taken for a table, in characters. */
const longestLine = 1_000_000

/** The lines of a text that comes in pieces, without their ends: LF, CRLF and CR all end a line, also mixed in one file. */
export async function* textLines(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    // A CR at the very end may be half of a CRLF.
    const whole = rest.endsWith('\r') ? rest.length - 1 : rest.length
    const lines = rest.slice(0, whole).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + rest.slice(whole)
    if (rest.length > longestLine) {
      throw invalid(`${name} is not a table: it has a line longer than a million characters.`)
    }
    yield* lines
  }
  const last = rest.replace(/\r$/, '')
  if (last !== '') yield last
}
