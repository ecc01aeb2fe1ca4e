import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

interface Asked {
  readonly authorization: string
  readonly body: { email_address: string; template_id: string; personalisation: unknown; reference: string }
}

/** GOV.UK Notify for one test: takes messages, unless `refusal` answers for it, and knows them by their reference. */
export async function notifyServer(): Promise<{
  url: string
  taken: Asked[]
  close: () => Promise<void>
  refuse: (refusal: { status: number; errors: readonly { error: string; message: string }[] } | undefined) => void
}> {
  const taken: Asked[] = []
  let refusal: { status: number; errors: readonly { error: string; message: string }[] } | undefined
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = (status: number, content: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content))
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://notify.example')
    if (request.method === 'GET' && pathname === '/v2/notifications') {
      const reference = searchParams.get('reference')
      return answer(200, {
        notifications: taken.filter(({ body }) => body.reference === reference).map(({ body }) => body),
      })
    }
    if (request.method !== 'POST' || pathname !== '/v2/notifications/email') return answer(404, {})
    if (refusal) return answer(refusal.status, { status_code: refusal.status, errors: refusal.errors })
    const body = JSON.parse(Buffer.concat(chunks).toString())
    taken.push({ authorization: request.headers.authorization ?? '', body })
    return answer(201, { id: body.reference })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('No port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    taken,
    close,
    refuse: (next) => {
      refusal = next
    },
  }
}
