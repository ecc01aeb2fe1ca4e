import { z } from 'zod'

const order = z.object({ argv: z.array(z.string()), cwd: z.string(), interactive: z.boolean() })
const answer = z.union([z.object({ out: z.string() }), z.object({ err: z.string() }), z.object({ exit: z.number() })])

/** What a command sends to the running server: one line of JSON. */
export type Order = z.infer<typeof order>

/** What comes back, a line of JSON each; the last one carries the exit code. */
export type Answer = z.infer<typeof answer>

/** The order on a line; undefined when there is none. */
export const orderIn = (line: string): Order | undefined => read(order, line)

/** The answer on a line; undefined when there is none, as when the server died while it wrote. */
export const answerIn = (line: string): Answer | undefined => read(answer, line)

function read<T>(shape: z.ZodType<T>, line: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
