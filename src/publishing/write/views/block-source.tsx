import { Input, Select } from '../../../core/ui/govuk/index.ts'
import { fieldName } from '../form-fields.ts'
import { toolId } from '../form-focus.ts'
import type { BlockWordsProps } from './block-words.tsx'
import { Tool } from './tool.tsx'
import { mistakeAt, placeIn, type Writing } from './writing.ts'

/** Which source the words draw on, and where in it. The list of sources is open at one block only: there may be hundreds. */
export function BlockSource({ writing, block }: BlockWordsProps) {
  const { id, source, locus } = block
  const name = fieldName('source', id)
  const of = ` the source of block ${placeIn(writing, id)}`
  const open = writing.form.citing === id || mistakeAt(writing, id, 'source') !== undefined
  return (
    <div class="m-cites">
      {open ? (
        <Select
          name={name}
          label={{ content: 'Source', classes: 'm-block__label' }}
          items={[{ value: '', text: 'No source' }, ...choices(writing, source)]}
          value={source}
          errorMessage={mistakeAt(writing, id, 'source')}
          attributes={writing.focus === name ? { 'data-focus': '' } : undefined}
        />
      ) : (
        <>
          <input type="hidden" name={name} value={source} />
          <p class="m-cites__source">
            <span class="m-block__label">Source</span> {writing.sources.get(source)?.title ?? source}
          </p>
        </>
      )}
      <Input
        name={fieldName('locus', id)}
        label={{ content: 'Place in it', classes: 'm-block__label' }}
        value={locus}
        autocomplete="off"
        classes="m-cites__locus"
      />
      <div class="m-cites__tools">
        {open ? null : (
          <Tool writing={writing} id={toolId('cite', id)} does={{ do: 'cite', block: id }} which={of}>
            Change
          </Tool>
        )}
        <Tool writing={writing} id={toolId('uncite', id)} does={{ do: 'uncite', block: id }} which={of}>
          Take away
        </Tool>
      </div>
    </div>
  )
}

/** Every source by title; one that is not among them any more stays to choose, so that opening the list loses nothing. */
function choices({ sources }: Writing, chosen: string): { value: string; text: string }[] {
  const known = [...sources.values()]
    .map(({ key, title }) => ({ value: key, text: title }))
    .toSorted((a, b) => a.text.localeCompare(b.text))
  return chosen === '' || sources.has(chosen) ? known : [...known, { value: chosen, text: chosen }]
}
