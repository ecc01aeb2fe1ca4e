/** Why the sign-in library refused, as its code says; undefined when it was no refusal but a bug. */
export function faultOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'APIError' || !('body' in error)) return undefined
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 500) return undefined
  const body = error.body as { code?: string } | undefined
  return body?.code ?? 'REFUSED'
}
