import type { Problem } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'
import type { Format } from './file-format.ts'
import { readGap } from './gap-format.ts'
import { readShape } from './mercat-format.ts'
import { possible } from './possible.ts'

/** Reads a problem to solve, or refuses it with one sentence that names the place. */
export function readProblem(text: string, format: Format): Problem {
  if (format === 'gap') return readGap(text)
  return possible(readShape(parsed(text)))
}

function parsed(text: string): unknown {
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (content.trim() === '') throw invalid('The file is empty.')
  try {
    return JSON.parse(content)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(said)?.[1]
    const before = position === undefined ? undefined : content.slice(0, Number(position)).split('\n')
    const where = before ? ` at line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}` : ''
    throw invalid(
      `The file is not JSON${where}: ${said.replace(/ in JSON at position.*$| is not valid JSON$/s, '').slice(0, 120)}.`,
    )
  }
}
