import { type Id, isId } from '../../core/values/index.ts'
import type { BlockKind } from '../block.ts'
import { emptyBlock, type FormBlock, isBlockKind } from './form-block.ts'
import type { SectionForm } from './section-form.ts'

/** Where something new goes: first, below a block, or in place of a block's figure. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'below'; readonly block: Id }
  | { readonly at: 'instead'; readonly block: Id }

/** What a button of the form asks for; each button's value is one of these as text. */
export type FormAction =
  | { readonly do: 'save' | 'undo' | 'close' }
  | { readonly do: 'up' | 'down' | 'remove' | 'cite' | 'uncite'; readonly block: Id }
  | { readonly do: 'add'; readonly kind: Exclude<BlockKind, 'figure'>; readonly place: Place }
  /** Looks for a figure; from 1, which page of what was found. */
  | { readonly do: 'look'; readonly page: number; readonly place: Place }
  | { readonly do: 'choose'; readonly place: Place; readonly figure: string }

const placeText = (place: Place): string => (place.at === 'start' ? 'start' : `${place.at} ${place.block}`)

/** An action as the value of its button. */
export function actionText(action: FormAction): string {
  if (action.do === 'add') return `add ${action.kind} ${placeText(action.place)}`
  if (action.do === 'look') return `look ${action.page} ${placeText(action.place)}`
  if (action.do === 'choose') return `choose ${action.figure} ${placeText(action.place)}`
  return 'block' in action ? `${action.do} ${action.block}` : action.do
}

/** The action that a button's value asks for; undefined when it is none. */
export function readAction(text: string): FormAction | undefined {
  const [verb, first = '', ...rest] = text.split(' ')
  const place = readPlace(rest)
  switch (verb) {
    case 'save':
    case 'undo':
    case 'close':
      return { do: verb }
    case 'up':
    case 'down':
    case 'remove':
    case 'cite':
    case 'uncite':
      return isId(first) ? { do: verb, block: first } : undefined
    case 'add':
      return place && isBlockKind(first) && first !== 'figure' ? { do: 'add', kind: first, place } : undefined
    case 'look':
      return place && /^[1-9]\d{0,4}$/.test(first) ? { do: 'look', page: Number(first), place } : undefined
    case 'choose':
      return place && first !== '' ? { do: 'choose', figure: first, place } : undefined
    default:
      return undefined
  }
}

function readPlace([at, block = '']: readonly string[]): Place | undefined {
  if (at === 'start') return { at }
  return (at === 'below' || at === 'instead') && isId(block) ? { at, block } : undefined
}

/** The form after one of its buttons was pressed; nothing is saved, and what can't be done leaves it as it was. */
export function act(form: SectionForm, action: FormAction, newId: () => Id): SectionForm {
  const { blocks, removed } = form
  switch (action.do) {
    case 'up':
    case 'down':
      return { ...form, blocks: moved(blocks, action.block, action.do === 'up' ? -1 : 1) }
    case 'remove': {
      const at = blocks.findIndex(({ id }) => id === action.block)
      const block = blocks[at]
      return block ? { ...form, blocks: blocks.toSpliced(at, 1), removed: [...removed, { at, block }] } : form
    }
    case 'undo': {
      const last = removed.at(-1)
      if (!last) return form
      const rest = blocks.filter(({ id }) => id !== last.block.id)
      return { ...form, blocks: rest.toSpliced(last.at, 0, last.block), removed: removed.slice(0, -1) }
    }
    case 'add':
      return { ...form, ...put(form, emptyBlock(form.next, action.kind), action.place), next: newId() }
    case 'choose':
      return placeFigure(form, action.figure, action.place, newId)
    case 'cite':
      return { ...form, citing: action.block }
    case 'uncite':
      return {
        ...form,
        citing: null,
        blocks: blocks.map((block) => (block.id === action.block ? { ...block, source: '', locus: '' } : block)),
      }
    default:
      return form
  }
}

/** What a section comes to stands first, so nothing moves above it. */
function moved(blocks: readonly FormBlock[], id: Id, by: -1 | 1): readonly FormBlock[] {
  const from = blocks.findIndex((block) => block.id === id)
  const [block, other] = [blocks[from], blocks[from + by]]
  if (!block || !other || block.kind === 'lead' || other.kind === 'lead') return blocks
  return blocks.with(from, other).with(from + by, block)
}

function put({ blocks }: SectionForm, block: FormBlock, place: Place): { blocks: readonly FormBlock[] } {
  const hasLead = blocks[0]?.kind === 'lead'
  if (block.kind === 'lead') return { blocks: hasLead ? blocks : [block, ...blocks] }
  const below = place.at === 'start' ? -1 : blocks.findIndex(({ id }) => id === place.block)
  const at = place.at !== 'start' && below === -1 ? blocks.length : below + 1
  return { blocks: blocks.toSpliced(Math.max(at, hasLead ? 1 : 0), 0, block) }
}

function placeFigure(form: SectionForm, figure: string, place: Place, newId: () => Id): SectionForm {
  if (place.at === 'instead' && form.blocks.some(({ id }) => id === place.block)) {
    return { ...form, blocks: form.blocks.map((block) => (block.id === place.block ? { ...block, figure } : block)) }
  }
  return { ...form, ...put(form, { ...emptyBlock(form.next, 'figure'), figure }, place), next: newId() }
}
