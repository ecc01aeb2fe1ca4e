import { invalid } from '../errors/index.ts'
import { clientAddress, type MercatContext, siteOrigin } from '../http/index.ts'
import type { Door } from './door.ts'
import { browserWords, shortAddress } from './visitor.ts'

/** Whoever stands at the door, as the commands want to know them. */
export const doorOf = (c: MercatContext): Door => {
  const { database, config, clock, log } = c.var
  return {
    database,
    config,
    clock,
    log,
    origin: siteOrigin(c),
    cookies: c.req.header('cookie') ?? '',
    visitor: { address: shortAddress(clientAddress(c)), browser: browserWords(c.req.header('user-agent')) },
  }
}

/** Passes cookies on with the answer. */
export function setCookies(c: MercatContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}

/** The fields of a form that was sent; of a name that stands several times, the last. */
export async function fieldsOf(c: MercatContext): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody().catch(() => {
    throw invalid('The form could not be read.', 'Go back and send it again.')
  })
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
