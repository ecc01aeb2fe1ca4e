import type { Partnership } from '../../../core/auth/index.ts'
import { number } from '../../../core/ui/format.ts'
import { Button, type Content, ErrorSummary } from '../../../core/ui/govuk/index.ts'
import { Finding, State } from '../../../core/ui/parts/index.ts'
import { type SectionSlug, sectionBySlug } from '../../section.ts'
import { actionText } from '../form-action.ts'
import { kindNames } from '../form-block.ts'
import { fieldName } from '../form-fields.ts'
import { editorId } from '../form-focus.ts'
import { wordCount } from '../pasted-text.ts'
import { editorPath, historyPath, previewPath } from '../paths.ts'
import { AddBlock } from './add-block.tsx'
import { BlockFieldset } from './block-fieldset.tsx'
import { CarriedFields } from './carried-fields.tsx'
import { FigurePicker, type FigurePickerProps } from './figure-picker.tsx'
import { OthersRegion, type OthersRegionProps } from './others-region.tsx'
import { Tool } from './tool.tsx'
import { WritePage } from './write-page.tsx'
import type { Writing } from './writing.ts'

export interface EditorPageProps {
  readonly partnership: Partnership
  readonly section: SectionSlug
  readonly writing: Writing
  /** Which version the words are, and what just became of them. */
  readonly standing: Content
  /** What is in the form was not saved. */
  readonly unsaved: boolean
  readonly picker?: Omit<FigurePickerProps, 'writing'> | undefined
  readonly others: OthersRegionProps
}

/** The form in which one section is written. */
export function EditorPage(props: EditorPageProps) {
  const { partnership, section, writing, standing, unsaved, picker, others } = props
  const { slug } = partnership
  const title = sectionBySlug(section)?.title ?? section
  const { mistakes } = writing
  return (
    <WritePage
      partnership={partnership}
      title={`Write “${title}”`}
      breadcrumbs={[{ content: title }]}
      mistakes={mistakes.length > 0}
    >
      <div id={editorId} class="m-editor">
        {mistakes.length > 0 ? <Mistakes mistakes={mistakes} /> : null}
        <div class="m-title">
          <Finding level={1}>{title}</Finding>
          <p class="m-editor__links">
            <a href={previewPath(slug, section)}>Preview what is saved</a>
            <a href={historyPath(slug, section)}>Versions</a>
          </p>
        </div>
        <OthersRegion {...others} />
        <form
          class="m-write"
          method="post"
          action={editorPath(slug, section)}
          data-swap={editorId}
          data-guard={unsaved ? 'unsaved' : ''}
          novalidate
        >
          {picker ? (
            <FigurePicker writing={writing} {...picker} />
          ) : (
            <Blocks writing={writing} standing={standing} unsaved={unsaved} />
          )}
        </form>
      </div>
    </WritePage>
  )
}

function Mistakes({ mistakes }: Pick<Writing, 'mistakes'>) {
  return (
    <ErrorSummary
      title="Nothing is saved yet"
      errorList={mistakes.map(({ block, part, sentence }) => ({
        content: sentence,
        href: block ? `#${fieldName(part, block)}` : `#${editorId}`,
      }))}
    />
  )
}

function Blocks({ writing, standing, unsaved }: Pick<EditorPageProps, 'writing' | 'standing' | 'unsaved'>) {
  const { form } = writing
  const words = form.blocks.reduce((sum, { heading, text }) => sum + wordCount(heading) + wordCount(text), 0)
  return (
    <>
      <CarriedFields
        fields={[
          ['_base', String(form.base)],
          ['_next', form.next],
          ...form.removed.map((one) => ['_removed', JSON.stringify(one)] as const),
          ...(form.citing ? [['_citing', form.citing] as const] : []),
        ]}
      />
      <div class="m-bar">
        <p class="m-bar__state" data-announce>
          {unsaved ? <State kind="attention" word="Not saved yet." /> : standing} <span>{number(words)} words</span>
        </p>
        <SaveButtons />
      </div>
      <Removed writing={writing} />
      <AddBlock writing={writing} place={{ at: 'start' }} where="at the top" open={form.blocks.length === 0} />
      {form.blocks.map((block, at) => (
        <>
          <BlockFieldset writing={writing} block={block} at={at} />
          <AddBlock writing={writing} place={{ at: 'below', block: block.id }} where={`below block ${at + 1}`} />
        </>
      ))}
      {form.blocks.length > 2 ? (
        <div class="m-bar m-bar--end">
          <p class="m-bar__state">Saving makes a new version; readers see it when an edition is published.</p>
          <SaveButtons />
        </div>
      ) : null}
    </>
  )
}

function SaveButtons() {
  return (
    <div class="m-btns">
      <Button name="do" value={actionText({ do: 'save' })} preventDoubleClick>
        Save
      </Button>
      <Button name="do" value="preview" classes="govuk-button--secondary">
        Save and preview
      </Button>
    </div>
  )
}

/** What was taken out last, and the way to have it back. */
function Removed({ writing }: Pick<EditorPageProps, 'writing'>) {
  const { form } = writing
  const last = form.removed.at(-1)
  if (!last) return null
  const more = form.removed.length - 1
  return (
    <p class="m-removed" id="removed">
      <span>
        {kindNames[last.block.kind]} taken out{more > 0 ? `, and ${more} before it` : ''}.
      </span>{' '}
      <Tool writing={writing} id="undo" does={{ do: 'undo' }}>
        Put it back
      </Tool>
    </p>
  )
}
