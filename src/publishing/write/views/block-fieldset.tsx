import { classNames } from '../../../core/ui/govuk/index.ts'
import { type FormBlock, kindNames, mayCite } from '../form-block.ts'
import { blockElementId, movesOf, toolId } from '../form-focus.ts'
import { BlockFigure } from './block-figure.tsx'
import { BlockSource } from './block-source.tsx'
import { BlockWords } from './block-words.tsx'
import { Tool } from './tool.tsx'
import type { Writing } from './writing.ts'

export interface BlockFieldsetProps {
  readonly writing: Writing
  readonly block: FormBlock
  /** Its place among the blocks, from 0. */
  readonly at: number
}

/** One block of a section as fields, with what can be done to it as a whole. */
export function BlockFieldset({ writing, block, at }: BlockFieldsetProps) {
  const { id, kind, source } = block
  const { citing } = writing.form
  const wrong = writing.mistakes.some((mistake) => mistake.block === id)
  const cites = mayCite(kind) && (source !== '' || citing === id)
  return (
    <fieldset class={classNames('m-block', `m-block--${kind}`, wrong && 'm-block--wrong')} id={blockElementId(id)}>
      <legend class="m-block__kind">
        {kindNames[kind]}
        <span class="m-vh">, block {at + 1}</span>
      </legend>
      <input type="hidden" name="_block" value={`${id} ${kind}`} />
      <div class="m-block__words">
        {kind === 'figure' ? (
          <BlockFigure writing={writing} block={block} />
        ) : (
          <BlockWords writing={writing} block={block} />
        )}
        {cites ? <BlockSource writing={writing} block={block} /> : null}
      </div>
      <BlockTools writing={writing} block={block} at={at} cites={cites} />
    </fieldset>
  )
}

function BlockTools({ writing, block, at, cites }: BlockFieldsetProps & { readonly cites: boolean }) {
  const { id, kind } = block
  const which = ` ${kindNames[kind].toLowerCase()}, block ${at + 1}`
  const moves = movesOf(writing.form.blocks, at)
  return (
    <div class="m-block__tools">
      {moves.up ? (
        <Tool writing={writing} id={toolId('up', id)} does={{ do: 'up', block: id }} which={which}>
          Move up
        </Tool>
      ) : null}
      {moves.down ? (
        <Tool writing={writing} id={toolId('down', id)} does={{ do: 'down', block: id }} which={which}>
          Move down
        </Tool>
      ) : null}
      {mayCite(kind) && !cites ? (
        <Tool writing={writing} id={toolId('cite', id)} does={{ do: 'cite', block: id }} which={` to${which}`}>
          Add source
        </Tool>
      ) : null}
      <Tool writing={writing} id={toolId('remove', id)} does={{ do: 'remove', block: id }} which={which}>
        Remove
      </Tool>
    </div>
  )
}
