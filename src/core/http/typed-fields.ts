import type { MercatContext } from './env.ts'

/** More fields than any form here has; the size of a body is bounded already. */
const most = 2000

/** What was typed into a form: every field in its order, without passwords, codes and uploads. */
export async function typedFields(c: MercatContext): Promise<readonly (readonly [string, string])[]> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return []
  try {
    const form = await c.req.formData()
    return [...form]
      .filter(
        (field): field is [string, string] =>
          typeof field[1] === 'string' && !/password|(?<!post)code|secret/i.test(field[0]),
      )
      .slice(0, most)
  } catch {
    return []
  }
}
