/** Where to go after signing in: an address of this site, or the given one when it could lead anywhere else. */
export function localPath(to: string | undefined, otherwise = '/account'): string {
  // Browsers read a backslash as a slash, and drop tabs and line feeds: `/\\evil`, `/\t/evil`.
  if (!to || to.length > 1000 || !/^\/[^\\\p{Cc}]*$/u.test(to) || to.startsWith('//')) return otherwise
  const base = 'http://localhost'
  const url = URL.canParse(to, base) ? new URL(to, base) : undefined
  if (url?.origin !== base || /^\/sign-(in|out)(\/(?!invitation)|$)/.test(url.pathname)) return otherwise
  // Dots may take away what stood before two slashes: `/.//evil`.
  if (url.pathname.startsWith('//')) return otherwise
  return `${url.pathname}${url.search}${url.hash}`
}
