import type { Id } from '../../core/values/index.ts'
import type { Block, BlockKind } from '../block.ts'

/** A block as it stands in the form: exactly what was typed, finished or not. */
export interface FormBlock {
  readonly id: Id
  readonly kind: BlockKind
  readonly heading: string
  /** The words; of a list, one item a line. */
  readonly text: string
  /** The key of the source that the words draw on, and the place in it. */
  readonly source: string
  readonly locus: string
  /** The identifier of a figure. */
  readonly figure: string
}

/** The kinds of block, in the order in which they are offered, with what each is called. */
export const kindNames = {
  lead: 'Finding',
  heading: 'Heading',
  paragraph: 'Paragraph',
  list: 'List',
  figure: 'Figure',
  message: 'Key message',
  pressure: 'Pressure',
  addition: 'Planned addition',
} as const satisfies Record<BlockKind, string>

/** Every kind, in the order in which they are offered. */
export const blockKinds = Object.keys(kindNames) as readonly BlockKind[]

/** Whether a text names a kind of block. */
export const isBlockKind = (text: string): text is BlockKind => Object.hasOwn(kindNames, text)

/** Whether blocks of a kind have a heading over their words. */
export const isHeaded = (kind: BlockKind): boolean =>
  kind === 'lead' || kind === 'message' || kind === 'pressure' || kind === 'addition'

/** Whether blocks of a kind may say which source they draw on. */
export const mayCite = (kind: BlockKind): boolean => isHeaded(kind) || kind === 'paragraph' || kind === 'list'

/** A block of a kind with nothing in it yet. */
export const emptyBlock = (id: Id, kind: BlockKind): FormBlock => ({
  id,
  kind,
  heading: '',
  text: '',
  source: '',
  locus: '',
  figure: '',
})

/** Whether nothing was written into a block, so that leaving it out loses nothing. */
export const isBlank = ({ kind, heading, text, figure }: FormBlock): boolean =>
  (kind === 'figure' ? figure : isHeaded(kind) ? `${heading}${text}` : text).trim() === ''

/** A block of a section as the form shows it. */
export function formBlockOf(block: Block): FormBlock {
  const empty = emptyBlock(block.id, block.kind)
  if (block.kind === 'figure') return { ...empty, figure: block.figure }
  if (block.kind === 'heading') return { ...empty, text: block.text }
  const cited = block.cited ? { source: block.cited.source, locus: block.cited.locus ?? '' } : {}
  if (block.kind === 'list') return { ...empty, ...cited, text: block.items.join('\n') }
  if (block.kind === 'paragraph') return { ...empty, ...cited, text: block.text }
  return { ...empty, ...cited, heading: block.heading, text: block.text }
}
