import { type Id, isId } from '../../core/values/index.ts'
import { keepableText } from '../block-reader.ts'
import { emptyBlock, type FormBlock, isBlockKind } from './form-block.ts'
import type { RemovedBlock, SectionForm } from './section-form.ts'

/** One field of a form as it is sent: its name and what stands in it. */
export type Field = readonly [name: string, value: string]

const parts = ['heading', 'text', 'source', 'locus', 'figure'] as const
type Part = (typeof parts)[number]

/** The name and id of the field for a part of a block; what nobody types has an underscore, and is not shown as typed. */
export const fieldName = (part: Part, id: Id): string => `${names[part] ?? part}-${id}`

const names: Partial<Record<Part, string>> = { figure: '_figure', locus: 'place-in-it' }

/** Five times what a section may have; of a form that nobody typed the rest is not read. */
const mostBlocks = 1000

/** The form as the fields that carry it, for pages that show something else in the meantime. */
export const fieldsOf = (form: SectionForm): Field[] => [
  ['_base', String(form.base)],
  ['_next', form.next],
  ...form.blocks.flatMap(blockFields),
  ...form.removed.map((one): Field => ['_removed', JSON.stringify(one)]),
  ...(form.citing ? [['_citing', form.citing] as const] : []),
]

const blockFields = (block: FormBlock): Field[] => [
  ['_block', `${block.id} ${block.kind}`],
  ...parts.filter((part) => block[part] !== '').map((part): Field => [fieldName(part, block.id), block[part]]),
]

/** Reads the form from the fields that were sent; whatever is not of it is passed over. */
export function readForm(fields: Iterable<Field>, nextId: Id): SectionForm {
  const sent = [...fields]
  const values = new Map(sent.map(([name, value]) => [name, keepableText(value)]))
  const all = (name: string) => sent.flatMap(([key, value]) => (key === name ? [value] : []))
  const next = values.get('_next') ?? ''
  const citing = values.get('_citing') ?? ''
  const base = values.get('_base') ?? ''
  const blocks = all('_block').flatMap((value) => {
    const [id = '', kind = ''] = value.split(' ')
    if (!isId(id) || !isBlockKind(kind)) return []
    const text = (part: Part) => values.get(fieldName(part, id)) ?? ''
    return [{ id, kind, ...(Object.fromEntries(parts.map((part) => [part, text(part)])) as Record<Part, string>) }]
  })
  const known = new Set(blocks.map(({ id }) => id))
  return {
    base: /^\d{1,9}$/.test(base) ? Number(base) : 0,
    next: isId(next) && !known.has(next) ? next : nextId,
    // A block that is named twice stands where it is named first.
    blocks: [...new Map(blocks.toReversed().map((block) => [block.id, block])).values()]
      .toReversed()
      .slice(0, mostBlocks),
    removed: all('_removed').flatMap(readRemoved),
    citing: isId(citing) && known.has(citing) ? citing : null,
  }
}

function readRemoved(json: string): RemovedBlock[] {
  const read = parsed(json)
  if (!isRecord(read) || !Number.isInteger(read.at) || !isRecord(read.block)) return []
  const { id, kind, ...rest } = read.block
  if (typeof id !== 'string' || !isId(id) || typeof kind !== 'string' || !isBlockKind(kind)) return []
  const texts = parts.map((part): Field => [part, typeof rest[part] === 'string' ? keepableText(rest[part]) : ''])
  return [{ at: Number(read.at), block: { ...emptyBlock(id, kind), ...Object.fromEntries(texts) } }]
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
