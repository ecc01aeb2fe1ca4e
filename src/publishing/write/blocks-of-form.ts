import { canonicalJson, type Id } from '../../core/values/index.ts'
import type { Block, Cited } from '../block.ts'
import { type BlockProblem, readBlocks } from '../block-reader.ts'
import { derivedId } from './derived-id.ts'
import { type FormBlock, formBlockOf, isBlank, isHeaded, kindNames } from './form-block.ts'
import { isTable, itemsOf, oneLine, piecesOf } from './pasted-text.ts'

/** Something in the form that must be put right before it can be saved; `block` is null when it is the whole section. */
export interface FormMistake {
  readonly block: Id | null
  readonly part: 'heading' | 'text' | 'source'
  readonly sentence: string
}

/** Longer headings are paragraphs. */
const longestHeading = 300

/**
 * What the form says as blocks, or everything that keeps it from being saved. Empty blocks are left out; what stood before
 * the writing began and was not touched stays to the letter, line breaks and all.
 */
export function blocksOfForm(
  written: readonly FormBlock[],
  known: { readonly has: (sourceKey: string) => boolean },
  before: readonly Block[] = [],
): { readonly blocks: readonly Block[] } | { readonly mistakes: readonly FormMistake[] } {
  const filled = written.filter((block) => !isBlank(block))
  const shown = new Map(before.map((block) => [canonicalJson(formBlockOf(block)), block]))
  const untouched = new Map(
    filled.flatMap((block) => shown.get(canonicalJson(block)) ?? []).map((one) => [one.id, one]),
  )
  const wrong = filled.flatMap((block) => (untouched.has(block.id) ? [] : mistakesIn(block, known)))
  const taken = new Set(written.map(({ id }) => id))
  const parted = filled.flatMap((block) => {
    const same = untouched.get(block.id)
    return (same ? [same] : blocksFrom(block, taken)).map((part) => ({ part, block }))
  })
  const read = readBlocks(parted.map(({ part }) => part))
  const mistakes = [...wrong, ...('problems' in read ? read.problems.flatMap(asMistake) : [])]
  return 'blocks' in read && mistakes.length === 0
    ? { blocks: read.blocks.map((block) => untouched.get(block.id) ?? block) }
    : { mistakes }

  /** A problem of a part is told at the block as it was typed, unless something more exact is said there already. */
  function asMistake({ id, sentence }: BlockProblem): FormMistake[] {
    const block = parted.find(({ part }) => part.id === id)?.block
    if (wrong.some((one) => block && one.block === block.id)) return []
    return [mistake(block?.id ?? null, block?.kind === 'lead' ? 'heading' : 'text', sentence)]
  }
}

const mistake = (block: Id | null, part: FormMistake['part'], sentence: string): FormMistake => ({
  block,
  part,
  sentence,
})

function mistakesIn(block: FormBlock, known: { readonly has: (key: string) => boolean }): FormMistake[] {
  const { id, kind, heading, text, source } = block
  const name = kindNames[kind].toLowerCase()
  const wrong = (part: FormMistake['part'], sentence: string) => [mistake(id, part, sentence)]
  if (isTable(text)) {
    return wrong(
      'text',
      `The ${name} that begins “${opening(text)}” holds a table. Place each of its numbers as a figure, or write it as a list with one item a line.`,
    )
  }
  return [
    ...(isHeaded(kind) && text.trim() === ''
      ? wrong('text', `Write what stands under the heading “${opening(heading)}”.`)
      : []),
    ...(isHeaded(kind) && oneLine(heading).length > longestHeading
      ? wrong('heading', `The heading that begins “${opening(heading)}” is longer than ${longestHeading} characters.`)
      : []),
    ...(kind === 'heading' && oneLine(text).length > longestHeading
      ? wrong('text', `The heading that begins “${opening(text)}” is longer than ${longestHeading} characters.`)
      : []),
    ...(source !== '' && !known.has(source)
      ? wrong('source', `There is no source “${opening(source)}” here. Choose one from the list.`)
      : []),
  ]
}

/** As much of a text as tells which one is meant. */
const opening = (text: string): string => {
  const line = oneLine(text)
  return line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line
}

const citedIn = ({ source, locus }: FormBlock): Cited | null =>
  source === '' ? null : { source, locus: oneLine(locus) || null }

/** One block of the form as it is kept: pasted paragraphs and lists become several blocks, of which the first keeps the identifier. */
function blocksFrom(block: FormBlock, taken: Set<Id>): Block[] {
  const { id, kind, figure } = block
  const cited = citedIn(block)
  switch (kind) {
    case 'figure':
      return [{ id, kind, figure: figure.trim() }]
    case 'heading':
      return [{ id, kind, text: oneLine(block.text) }]
    case 'list':
      return [{ id, kind, items: itemsOf(block.text), cited }]
    case 'paragraph': {
      const pieces = piecesOf(block.text)
      const own = Math.max(
        pieces.findIndex((piece) => piece.kind === 'paragraph'),
        0,
      )
      return pieces.map((piece, at) => {
        const pieceId = at === own ? id : derivedId(`${id} ${JSON.stringify(piece)}`, taken)
        taken.add(pieceId)
        return { id: pieceId, ...piece, cited }
      })
    }
    default:
      return [{ id, kind, heading: oneLine(block.heading), text: oneLine(block.text), cited }]
  }
}
