import { z } from '@hono/zod-openapi'
import { apiTrouble } from '../../core/http/index.ts'

/** The name under which the description of the interface knows keys. */
export const keyScheme = 'key'

/** What is answered to whoever has a key. */
export const security = [{ [keyScheme]: [] }]

/** The troubles that an address for keys may answer with. */
export const keyTroubles = {
  401: apiTrouble('The key is missing, revoked, or none of ours.'),
  403: apiTrouble('Whoever asks is no provider.'),
  404: apiTrouble('There is none such, or it is another’s.'),
  409: apiTrouble('It can’t be taken now; the sentence says why, and nothing changed.'),
  422: apiTrouble('Something that was sent is missing, unknown or can’t be used; the sentence names it.'),
  429: apiTrouble('Too many requests came from one address; Retry-After says how many seconds to wait.'),
}

/** How many items a page holds. */
export function limitParameter(usual: number, most: number) {
  const sentence = `The parameter “limit” must be a whole number from 1 to ${most}.`
  return z
    .string(sentence)
    .regex(/^[1-9]\d{0,4}$/, sentence)
    .transform(Number)
    .refine((limit) => limit <= most, sentence)
    .optional()
    .openapi({ type: 'integer', pattern: undefined, minimum: 1, maximum: most, default: usual })
}
