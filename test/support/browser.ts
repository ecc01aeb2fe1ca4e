import type { Hono } from 'hono'
import type { MercatEnv } from '../../src/core/http/index.ts'

/** What an answer was: its status, where it leads, and its page. */
export interface Seen {
  readonly status: number
  readonly location: string | null
  readonly html: string
  readonly cookies: readonly string[]
}

/** Asks an application as a browser would: keeps its cookies, sends forms, and says which site they came from. */
export function newBrowser(app: Hono<MercatEnv>, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(path, {
      ...init,
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) },
    })
    const cookies = answer.headers.getSetCookie()
    for (const each of cookies) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split('=', 2)
      if (value === '' || /max-age=0/i.test(each)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), cookies }
  }
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string>) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
        body: new URLSearchParams(fields).toString(),
      }),
  }
}
