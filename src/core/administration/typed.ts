import { invalid } from '../errors/index.ts'
import type { MercatContext } from '../http/index.ts'

/** What was typed into a form: every field with its values, in their order. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** Reads a form's fields; files are left out. */
export async function typedInto(c: MercatContext): Promise<Typed> {
  const fields: Record<string, string[]> = {}
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw invalid('The form could not be read.', 'Go back and send it again.')
  })
  for (const [name, value] of Object.entries(body)) {
    fields[name] = [value].flat().filter((one) => typeof one === 'string')
  }
  return fields
}

/** The first value of a field, or nothing. */
export const first = (typed: Typed, name: string): string => typed[name]?.[0] ?? ''
