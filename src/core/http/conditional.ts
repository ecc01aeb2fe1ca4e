import type { MercatContext } from './env.ts'

/** Whether the browser holds this very version already. */
export function isHeld(c: MercatContext, etag: string): boolean {
  const asked = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return asked.includes(etag) || asked.includes('*')
}

/** Whether the answer may be packed. */
export const takesGzip = (c: MercatContext): boolean =>
  (c.req.header('accept-encoding') ?? '').split(',').some((coding) => {
    const [name, ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/** The tag of the packed form, which differs in its bytes. */
export const packedTag = (etag: string): string => etag.replace(/"$/, '-gz"')
