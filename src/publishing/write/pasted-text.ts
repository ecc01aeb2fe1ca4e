/** A stretch of pasted text: a paragraph, or lines that were marked as items of a list. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** "- item", "• item": what people type and word processors paste before the items of a list. */
const mark = /^\s*(?:[-•‣◦▪·](?:\s+|$))+/

/** Parts text at its blank lines and into paragraphs and lists. Nothing is lost but white space and the marks of items. */
export function piecesOf(text: string): Piece[] {
  return text.split(/\n[^\S\n]*\n/).flatMap((stretch) => {
    const pieces: Piece[] = []
    for (const line of stretch.split('\n').filter((one) => one.trim() !== '')) {
      const last = pieces.at(-1)
      if (mark.test(line)) {
        const item = oneLine(line.replace(mark, ''))
        // A mark with nothing behind it says nothing.
        if (item === '') continue
        if (last?.kind === 'list') pieces[pieces.length - 1] = { kind: 'list', items: [...last.items, item] }
        else pieces.push({ kind: 'list', items: [item] })
      } else if (last?.kind === 'paragraph') {
        pieces[pieces.length - 1] = { kind: 'paragraph', text: `${last.text} ${oneLine(line)}` }
      } else {
        pieces.push({ kind: 'paragraph', text: oneLine(line) })
      }
    }
    return pieces
  })
}

/** The items of a list, one a line, with or without marks. */
export const itemsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => oneLine(line.replace(mark, '')))
    .filter((item) => item !== '')

/** Text on one line, with single spaces. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Whether text was copied from a table: two lines one after the other with cells parted by tabs. */
export function isTable(text: string): boolean {
  // A word processor puts a tab behind the number or the mark of an item.
  const celled = text
    .split('\n')
    .map((line) => /\S[^\S\n]*\t\s*\S/.test(line.replace(/^\s*(?:\S{1,4}[.)]|[-•‣◦▪·])\s+/, '')))
  return celled.some((cells, at) => cells && celled[at + 1] === true)
}

/** How many words a text has. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0
