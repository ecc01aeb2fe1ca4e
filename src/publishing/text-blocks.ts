import { type Id, sha256 } from '../core/values/index.ts'
import type { Block, Cited } from './block.ts'
import { leadFirst } from './block-parts.ts'
import { sameBlocks } from './merge-blocks.ts'
import type { SectionSlug } from './section.ts'

/** A row of a file of words. */
export interface TextRow {
  readonly section: SectionSlug
  /** Its place within the section, from 1: what a row is known by when the file comes again. */
  readonly position: number
  readonly kind: 'lead' | 'message' | 'pressure' | 'addition' | 'paragraph'
  readonly heading: string | null
  readonly text: string
  readonly cited: Cited | null
}

/** The identifier of a block that came from a file: the same each time the file comes. */
export function idOfRow(section: SectionSlug, position: number, part: 'heading' | 'text'): Id {
  const digest = sha256(`${section} ${position} ${part}`)
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digest.slice(from, to))
    .join('-')
}

/** A row as blocks: a paragraph's heading stands before it as a block of its own. */
export function blocksOfRow({ section, position, kind, heading, text, cited }: TextRow): Block[] {
  const id = idOfRow(section, position, 'text')
  if (kind !== 'paragraph') return [{ id, kind, heading: heading ?? '', text, cited }]
  const above: Block[] = heading ? [{ id: idOfRow(section, position, 'heading'), kind: 'heading', text: heading }] : []
  return [...above, { id, kind, text, cited }]
}

/** What a file of words makes of a section, and how many of its rows were new or different there. */
export interface Imported {
  readonly blocks: readonly Block[]
  readonly added: number
  readonly changed: number
}

/** Rows brought into a section: known ones take their place, new ones follow the row before; what others wrote stays. */
export function importRows(draft: readonly Block[], rows: readonly TextRow[]): Imported {
  let blocks = [...draft]
  let [added, changed] = [0, 0]
  const inOrder = rows.toSorted((a, b) => a.position - b.position)
  const positions = positionsUpTo(inOrder.at(-1))
  for (const row of inOrder) {
    const fresh = blocksOfRow(row)
    const [heading, text] = [idOfRow(row.section, row.position, 'heading'), idOfRow(row.section, row.position, 'text')]
    const standing = blocks.filter(({ id }) => id === heading || id === text)
    if (!standing.some(({ id }) => id === text)) added += 1
    else if (!sameBlocks(standing, fresh)) changed += 1
    const place = placeOf(blocks, row, positions)
    const others = (part: readonly Block[]) => part.filter((block) => !standing.includes(block))
    blocks = [...others(blocks.slice(0, place)), ...fresh, ...others(blocks.slice(place))]
  }
  return { blocks: leadFirst(blocks), added, changed }
}

/** Which position of a file each identifier stands for. */
const positionsUpTo = (last: TextRow | undefined): ReadonlyMap<Id, number> =>
  new Map(
    Array.from({ length: last?.position ?? 0 }, (_, at) => [idOfRow(last?.section ?? 'about', at + 1, 'text'), at + 1]),
  )

/** Where a row stands already, or right behind the nearest row before it. */
function placeOf(blocks: readonly Block[], { position }: TextRow, positions: ReadonlyMap<Id, number>): number {
  const places = blocks.map(({ id }) => positions.get(id) ?? 0)
  const standing = places.indexOf(position)
  if (standing !== -1) return standing
  const nearest = Math.max(0, ...places.filter((place) => place < position))
  return nearest === 0 ? 0 : places.indexOf(nearest) + 1
}
