import type { MercatContext } from './env.ts'

/** The site's own address for links in mail. A Host header can be forged, so it counts on this machine only. */
export function siteOrigin(c: MercatContext): string {
  const { publicUrl, host, port } = c.var.config
  if (publicUrl) return new URL(publicUrl).origin
  const asked = new URL(c.req.url)
  // The whole address: `127.example.org` is a name that somebody else may own.
  const onThisMachine = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(asked.hostname)
  return onThisMachine ? asked.origin : `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
