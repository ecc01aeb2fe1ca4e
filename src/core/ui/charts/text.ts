/** The size of every label in a drawing, in pixels; look for `.m-chart text` in the styles. */
export const labelSize = 14

/** From one line of a label to the next, in pixels. */
export const lineHeight = 17

// Widths in Source Sans 3, in hundredths of the size, rounded up: an estimate must never be too small.
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI|'.,:;·]/, 29],
  [/[\s]/, 21],
  [/[ft()r[\]!-]/, 37],
  [/[mMW%@]/, 88],
  [/[w—]/, 80],
  [/[A-Z&]/, 66],
  [/[\d£+−=]/, 51],
]

/** About how wide a label is, in pixels; never less than it will be. */
export function textWidth(text: string, bold = false): number {
  let hundredths = 0
  for (const character of text) hundredths += widths.find(([pattern]) => pattern.test(character))?.[1] ?? 58
  return ((hundredths * labelSize) / 100) * (bold ? 1.06 : 1)
}

/** A text broken into lines no wider than `width` pixels: at spaces, and inside a word only when it alone is wider. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, width))) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word]
  let cut = word.length - 1
  while (cut > 1 && textWidth(`${word.slice(0, cut)}-`) > width) cut -= 1
  return [`${word.slice(0, cut)}-`, ...pieces(word.slice(cut), width)]
}
