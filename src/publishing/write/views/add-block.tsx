import type { BlockKind } from '../../block.ts'
import type { FormAction, Place } from '../form-action.ts'
import { blockKinds, kindNames } from '../form-block.ts'
import { Tool } from './tool.tsx'
import type { Writing } from './writing.ts'

export interface AddBlockProps {
  readonly writing: Writing
  readonly place: Extract<Place, { at: 'start' | 'below' }>
  /** Said to those who hear the button without what stands above it. */
  readonly where: string
  /** Open from the start: where there is nothing yet. */
  readonly open?: boolean | undefined
}

/** A line between blocks that opens to the kinds of block which can be put there. */
export function AddBlock({ writing, place, where, open }: AddBlockProps) {
  const led = writing.form.blocks.some(({ kind }) => kind === 'lead')
  const kinds = blockKinds.filter((kind) => kind !== 'lead' || !led)
  return (
    <details class="m-add" open={open}>
      <summary>
        <span>
          Add<span class="m-vh"> {where}</span>
        </span>
      </summary>
      <div class="m-add__kinds" role="group" aria-label={`Add ${where}`}>
        {kinds.map((kind) => (
          <Tool writing={writing} does={does(kind, place)}>
            {kindNames[kind]}
          </Tool>
        ))}
      </div>
    </details>
  )
}

const does = (kind: BlockKind, place: Place): FormAction =>
  kind === 'figure' ? { do: 'look', page: 1, place } : { do: 'add', kind, place }
