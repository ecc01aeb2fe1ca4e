import type { Id } from '../core/values/index.ts'
import type { Block, Cited } from './block.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
/** A block that is told under a heading of its own. */
export type Told = Of<'message' | 'pressure' | 'addition'>

const told =
  (kind: Told['kind']) =>
  (blocks: readonly Block[]): Told[] =>
    blocks.filter((block): block is Told => block.kind === kind)

/** What a section comes to; undefined when nobody has written it. */
export const leadOf = (blocks: readonly Block[]): Of<'lead'> | undefined =>
  blocks.find((block): block is Of<'lead'> => block.kind === 'lead')

/** The key messages among a section's words. */
export const messagesOf = told('message')

/** What is planned to be added to the statement. */
export const additionsOf = told('addition')

/** The figures that words place, each once, in their order. */
export const figureIdsOf = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))),
]

/** Where a block draws on; null for those that cite nothing. */
export const citedOf = (block: Block): Cited | null => ('cited' in block ? block.cited : null)

/** The keys of the sources that words name, each once. */
export const sourceKeysOf = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap((block) => citedOf(block)?.source ?? [])),
]

/** What a reader reads of a block, its parts on lines of their own; nothing of a placed figure. */
export function blockText(block: Block): string {
  if (block.kind === 'figure') return ''
  if (block.kind === 'list') return block.items.join('\n')
  return 'heading' in block ? [block.heading, block.text].filter(Boolean).join('\n') : block.text
}

/** The same blocks with the lead, if there is one, in front. */
export function leadFirst(blocks: readonly Block[]): Block[] {
  const lead = leadOf(blocks)
  return lead ? [lead, ...blocks.filter((block) => block !== lead)] : [...blocks]
}

/** The blocks by their identifiers. */
export const byId = (blocks: readonly Block[]): Map<Id, Block> => new Map(blocks.map((block) => [block.id, block]))
