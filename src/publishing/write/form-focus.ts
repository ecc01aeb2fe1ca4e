import type { Id } from '../../core/values/index.ts'
import { act, type FormAction } from './form-action.ts'
import { type FormBlock, isHeaded } from './form-block.ts'
import { fieldName } from './form-fields.ts'
import type { SectionForm } from './section-form.ts'

/** The id of the whole form's element. */
export const editorId = 'editor'

/** The id of the element that stands for a block. */
export const blockElementId = (id: Id): string => `block-${id}`

/** The id of the button that does something to a block. */
export const toolId = (does: 'up' | 'down' | 'remove' | 'cite' | 'uncite' | 'look', id: Id): string => `${does}-${id}`

/** Whether a block can move up or down: nothing does so past what the section comes to. */
export function movesOf(blocks: readonly FormBlock[], at: number): { readonly up: boolean; readonly down: boolean } {
  const [before, block, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  const free = block !== undefined && block.kind !== 'lead'
  return { up: free && before !== undefined && before.kind !== 'lead', down: free && after !== undefined }
}

/** The id of the element on which someone goes on after an action, so that nobody has to find their place again. */
export function focusAfter(form: SectionForm, action: FormAction): string {
  const { blocks } = act(form, action, () => form.next)
  switch (action.do) {
    case 'up':
    case 'down': {
      const moves = movesOf(
        blocks,
        blocks.findIndex(({ id }) => id === action.block),
      )
      // Where it can go no further, the other button is there to go on with.
      return toolId(moves[action.do] ? action.do : action.do === 'up' ? 'down' : 'up', action.block)
    }
    case 'remove':
      return 'undo'
    case 'undo':
      return firstField(form.removed.at(-1)?.block)
    case 'add':
      return firstField(blocks.find(({ id }) => id === form.next))
    case 'choose':
      return firstField(
        blocks.find(({ id }) => id === (action.place.at === 'instead' ? action.place.block : form.next)),
      )
    case 'cite':
      return fieldName('source', action.block)
    case 'uncite':
      return toolId('cite', action.block)
    case 'look':
      return 'q'
    default:
      return editorId
  }
}

function firstField(block: FormBlock | undefined): string {
  if (!block) return editorId
  if (block.kind === 'figure') return toolId('look', block.id)
  return fieldName(isHeaded(block.kind) ? 'heading' : 'text', block.id)
}
