import { MercatError } from '../errors/index.ts'
import type { Typed } from '../forms/index.ts'
import type { MercatContext } from './env.ts'

/** A form as it was sent: its fields, and the file that came with them. */
export interface Sent {
  readonly typed: Typed
  readonly file: File | undefined
  /** What its button does. */
  readonly asked: string
}

/** What a form sent; what no form sends is refused. */
export async function formSent(c: MercatContext): Promise<Sent> {
  const sent = await c.req.formData().catch(() => {
    throw new MercatError('wrong-media-type', 'This address takes what its form sends, and this is something else.')
  })
  const typed: Record<string, string[]> = {}
  for (const [name, value] of sent) {
    if (typeof value !== 'string' || name === 'do') continue
    const values = typed[name]
    if (values) values.push(value)
    else typed[name] = [value]
  }
  const file = sent.get('file')
  const asked = sent.getAll('do').at(-1)
  return {
    typed,
    // A browser sends an empty file where none was chosen.
    file: file instanceof File && (file.size > 0 || file.name !== '') ? file : undefined,
    asked: typeof asked === 'string' ? asked : '',
  }
}
