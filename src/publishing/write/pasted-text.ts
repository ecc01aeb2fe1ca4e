/** A stretch of pasted text: a paragraph, or lines that were marked as items of a list. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** "- item", "• item": what people type and word processors paste before the items of a list. */
const mark = /^\s*(?:[-•‣◦▪·](?:\s+|$))+/

/** No line that was broken to fit a page is as long; a longer one is a paragraph that a word processor ended with one line end. */
const longestLine = 130

/** Parts text at its blank lines and into paragraphs and lists. Nothing is lost but white space and the marks of items. */
export function piecesOf(text: string): Piece[] {
  // One line alone is no list, and its dash may be a minus.
  if (/^\s*-.*[\p{L}\p{N}].*$/u.test(text.trimEnd())) return [{ kind: 'paragraph', text: oneLine(text) }]
  return text.split(/\n[^\S\n]*\n/).flatMap((stretch) => {
    const pieces: Piece[] = []
    let longBefore = false
    for (const line of stretch.split('\n').filter((one) => one.trim() !== '')) {
      const last = pieces.at(-1)
      const long = line.trim().length > longestLine
      const goesOn = last?.kind === 'paragraph' && !long && !longBefore
      longBefore = long
      if (mark.test(line)) {
        const item = oneLine(line.replace(mark, ''))
        // A mark with nothing behind it says nothing.
        if (item === '') continue
        if (last?.kind === 'list') pieces[pieces.length - 1] = { kind: 'list', items: [...last.items, item] }
        else pieces.push({ kind: 'list', items: [item] })
      } else if (goesOn) {
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
  // A word processor puts a tab behind the number of a paragraph, or the mark of an item.
  const celled = text
    .split('\n')
    .map((line) => /\S[^\S\n]*\t\s*\S/.test(line.replace(/^\s*(?:\S{1,4}[.)]|\d+(?:\.\d+)+|[-•‣◦▪·])\s+/, '')))
  return celled.some((cells, at) => cells && celled[at + 1] === true)
}

/** How many words a text has. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0
