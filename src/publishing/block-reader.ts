import { z } from 'zod'
import { type Id, isId } from '../core/values/index.ts'
import type { Block } from './block.ts'
import { blockText, leadFirst } from './block-parts.ts'

/** How much one section holds: a long statement of a large council has about a tenth of it. */
export const blockBounds = { blocks: 200, block: 20_000, section: 150_000 } as const

/** What is wrong with a section's words, and with which block when it is one. */
export interface BlockProblem {
  readonly id: Id | null
  readonly sentence: string
}

export type BlocksRead = { readonly blocks: readonly Block[] } | { readonly problems: readonly BlockProblem[] }

/** A word processor's line and page breaks are line ends, too. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out, for a database or a feed can't keep them.
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g

/** Text with one kind of line end and without what can't be kept; a word processor's own hyphen becomes one. */
export const keepableText = (text: string): string =>
  text.toWellFormed().replaceAll(lineEnds, '\n').replaceAll('\u001e', '\u2011').replaceAll(unprintable, '')

/** Text as it is kept: nothing that can't be, and no blanks around it. */
export const plainText = (text: string): string => keepableText(text).trim()

const text = z.string().transform(plainText)
const line = text.transform((words) => words.replaceAll(/\s+/g, ' '))
const written = (sentence: string) => text.refine((words) => words !== '', sentence)
const id = z.custom<Id>((value) => typeof value === 'string' && isId(value))
const cited = z
  .object({
    source: line.refine((key) => key !== '' && key.length <= 100, 'Choose the source again.'),
    locus: line.nullable().transform((locus) => locus || null),
  })
  .nullable()
const told = { id, heading: line, text: written('Write the text, or take the block away.'), cited }

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.object({
    id,
    kind: z.literal('heading'),
    text: line.refine((words) => words !== '', 'Write the heading, or take it away.'),
  }),
  z.object({ id, kind: z.literal('paragraph'), text: written('Write the paragraph, or take it away.'), cited }),
  z.object({
    id,
    kind: z.literal('list'),
    items: z
      .array(line)
      .transform((items) => items.filter((item) => item !== ''))
      .refine((items) => items.length > 0, 'Write an item of the list, or take the list away.'),
    cited,
  }),
  z.object({
    id,
    kind: z.literal('figure'),
    figure: line.refine((figure) => figure !== '' && figure.length <= 200, 'Choose a figure, or take the block away.'),
  }),
  z.object({ ...told, kind: z.literal('lead') }),
  z.object({ ...told, kind: z.enum(['message', 'pressure', 'addition']) }),
])

/** A section's words from outside, in the form in which they are kept; or each thing that is wrong, in a sentence. */
export function readBlocks(value: unknown): BlocksRead {
  if (!Array.isArray(value))
    return { problems: [{ id: null, sentence: 'The words of a section are a list of blocks.' }] }
  if (value.length > blockBounds.blocks) return { problems: [{ id: null, sentence: tooMany(value.length) }] }
  const read = value.map((one: unknown, at) => ({ one, at, result: block.safeParse(one) }))
  const problems = read.flatMap(({ one, at, result }) =>
    result.success
      ? []
      : [{ id: idOf(one), sentence: result.error.issues.find(isOurs)?.message ?? `Block ${at + 1} can’t be read.` }],
  )
  const blocks = read.flatMap(({ result }) => (result.success ? [result.data] : []))
  const wrong = [...problems, ...wrongTogether(blocks)]
  return wrong.length > 0 ? { problems: wrong } : { blocks: leadFirst(blocks) }
}

/** What is wrong with blocks that are each right by themselves: too much, a second lead, one identifier for two. */
export function wrongTogether(blocks: readonly Block[]): BlockProblem[] {
  const seen = new Set<Id>()
  const leads = blocks.filter((one) => one.kind === 'lead')
  const length = blocks.reduce((sum, one) => sum + blockText(one).length, 0)
  return [
    ...(blocks.length > blockBounds.blocks ? [{ id: null, sentence: tooMany(blocks.length) }] : []),
    ...blocks.flatMap((one) => {
      const repeated = seen.has(one.id)
      seen.add(one.id)
      return repeated ? [{ id: one.id, sentence: 'Two blocks carry the same identifier.' }] : []
    }),
    ...blocks.flatMap((one) => {
      const over = blockText(one).length - blockBounds.block
      return over > 0 ? [{ id: one.id, sentence: tooLong('block', blockText(one).length) }] : []
    }),
    ...leads.slice(1).map((lead) => ({ id: lead.id, sentence: 'A section has one opening; this is a second.' })),
    ...(length > blockBounds.section ? [{ id: null, sentence: tooLong('section', length) }] : []),
  ]
}

const count = (amount: number) => amount.toLocaleString('en-GB')
const tooMany = (blocks: number) =>
  `The section has ${count(blocks)} blocks, and ${count(blockBounds.blocks)} is the most. Join some paragraphs, or move some to another section.`
const tooLong = (what: 'block' | 'section', length: number) =>
  `The ${what} has ${count(length)} characters, and ${count(blockBounds[what])} is the most. ${what === 'block' ? 'Split it into several.' : 'Shorten it, or move some of it to another section.'}`

/** Whether the message of an issue is a sentence of ours. */
const isOurs = (issue: z.core.$ZodIssue) => issue.code === 'custom' && issue.message !== 'Invalid input'

const idOf = (value: unknown): Id | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && isId(value.id)
    ? value.id
    : null
