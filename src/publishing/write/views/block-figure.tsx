import { State } from '../../../core/ui/parts/index.ts'
import { findingOf } from '../../figure-finding.ts'
import { basisText, periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath } from '../../paths.ts'
import { fieldName } from '../form-fields.ts'
import { toolId } from '../form-focus.ts'
import type { BlockWordsProps } from './block-words.tsx'
import { Tool } from './tool.tsx'
import { placeIn } from './writing.ts'

/** A placed figure as it stands today, and the way to another. */
export function BlockFigure({ writing, block }: BlockWordsProps) {
  const { id } = block
  const figure = writing.figures.get(block.figure)
  const [source] = figure?.sources ?? []
  return (
    <div class="m-placed">
      <input type="hidden" name={fieldName('figure', id)} value={block.figure} />
      {figure ? (
        <>
          <p class="m-placed__value">
            <b>{[basisText(figure), valueText(figure)].filter(Boolean).join(' ')}</b>{' '}
            {[unitText(figure), figure.period ? periodText(figure.period) : ''].filter(Boolean).join(', ')}
          </p>
          <p>
            <a href={figurePath(writing.slug, figure.id)}>{findingOf(figure)}</a>
          </p>
          {source ? <p class="m-small m-2">{source.title}</p> : null}
        </>
      ) : (
        <p>
          <State kind="attention" word="Missing." /> The figure that stood here is no longer in the statement’s data.
          Choose another, or remove the block: an edition can’t be published while it is missing.
        </p>
      )}
      <p>
        <Tool
          writing={writing}
          id={toolId('look', id)}
          does={{ do: 'look', page: 1, place: { at: 'instead', block: id } }}
          which={` for block ${placeIn(writing, id)}`}
        >
          Choose another figure
        </Tool>
      </p>
    </div>
  )
}
