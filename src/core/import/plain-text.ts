const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  pound: '£',
  eacute: 'é',
}

/** A text as people read it: what a web page wrote as `&amp;` or `&#39;` is the sign itself, and spaces are single. */
export function plainText(text: string): string {
  // Some exports were escaped twice.
  return unescaped(unescaped(text))
    .replaceAll(/[\p{Zs}\p{Cc}\s]+/gu, ' ')
    .trim()
}

const unescaped = (text: string) =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ' '
    },
  )

/** Whether a cell only says that there is nothing to say: blank, a dash, "N/A". */
export const saysNothing = (text: string): boolean =>
  /^(|[-–—.?]+|#?n\/?a\.?|none|nil|null|not applicable|not known|unknown|tbc|tba|to be confirmed|to be advised)$/i.test(
    plainText(text),
  )
