import type { MercatContext } from './env.ts'

/** The site's own address for links in mail. A Host header can be forged, so it counts on this machine only. */
export function siteOrigin(c: MercatContext): string {
  const { publicUrl, host, port } = c.var.config
  if (publicUrl) return new URL(publicUrl).origin
  const asked = new URL(c.req.url)
  const onThisMachine =
    asked.hostname === 'localhost' || asked.hostname === '[::1]' || asked.hostname.startsWith('127.')
  return onThisMachine ? asked.origin : `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
