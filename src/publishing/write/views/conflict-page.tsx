import type { Partnership } from '../../../core/auth/index.ts'
import { Button, ErrorSummary, Radios } from '../../../core/ui/govuk/index.ts'
import { Finding, ProseDiff } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Block } from '../../block.ts'
import { compareBlocks, type Names } from '../../compare-blocks.ts'
import { comparedLines } from '../../compared-words.ts'
import type { MergeConflict } from '../../merge-blocks.ts'
import { type SectionSlug, sectionBySlug } from '../../section.ts'
import { actionText } from '../form-action.ts'
import { kindNames } from '../form-block.ts'
import { fieldsOf } from '../form-fields.ts'
import { editorId } from '../form-focus.ts'
import { editorPath } from '../paths.ts'
import { type Choice, choiceName } from '../resolve-conflicts.ts'
import type { SectionForm } from '../section-form.ts'
import { CarriedFields } from './carried-fields.tsx'
import { Tool } from './tool.tsx'
import { WritePage } from './write-page.tsx'

export interface ConflictPageProps {
  readonly partnership: Partnership
  readonly section: SectionSlug
  /** My words, as they were to be saved. */
  readonly form: SectionForm
  /** The version that stands now, and who saved it; null for the writer's own words from another window. */
  readonly theirVersion: number
  readonly theirName: string | null
  readonly conflicts: readonly MergeConflict[]
  readonly chosen: ReadonlyMap<Id, Choice>
  /** Somebody has chosen for some but not for all. */
  readonly incomplete: boolean
  readonly names: Names
}

/** Both texts of every block that two people changed at once, and the choice between them. */
export function ConflictPage(props: ConflictPageProps) {
  const { partnership, section, form, theirVersion, theirName, conflicts, chosen, incomplete } = props
  const action = editorPath(partnership.slug, section)
  const title = sectionBySlug(section)?.title ?? section
  const places = conflicts.length === 1 ? 'words' : 'words in several places'
  const open = incomplete ? conflicts.filter(({ id }) => !chosen.has(id)) : []
  return (
    <WritePage
      partnership={partnership}
      title={`Choose between ${theirName === null ? 'two of your own texts' : `your words and ${theirName}’s`} in “${title}”`}
      breadcrumbs={[{ content: title, href: action }, { content: 'Both changed the same words' }]}
      mistakes={incomplete}
    >
      <div id={editorId} class="m-editor">
        {open.length > 0 ? (
          <ErrorSummary
            title="Nothing is saved yet"
            errorList={open.map(({ id }) => ({
              content: `Choose whose words to keep: block ${conflicts.findIndex((one) => one.id === id) + 1}.`,
              href: `#${choiceName(id)}`,
            }))}
          />
        ) : null}
        <div class="m-title" tabIndex={-1} data-focus="">
          <Finding level={1}>
            {theirName === null
              ? `You changed the same ${places} in another window`
              : `${theirName} changed the same ${places} while you wrote`}
          </Finding>
          <p class="m-lead">
            Nothing of yours is saved yet, and nothing is lost. Choose at each place; everything else of both fits
            together.
          </p>
        </div>
        <form method="post" action={action} data-swap={editorId} data-guard="unsaved" novalidate>
          <CarriedFields fields={[...fieldsOf(form), ['_against', String(theirVersion)]]} />
          {conflicts.map((conflict, at) => (
            <Conflict {...props} conflict={conflict} at={at} />
          ))}
          <div class="m-bar m-bar--end">
            <p class="m-bar__state">
              <Tool writing={{ form, focus: null }} does={{ do: 'close' }}>
                Back to writing without saving
              </Tool>
            </p>
            <Button name="do" value={actionText({ do: 'save' })} preventDoubleClick>
              Save what I chose
            </Button>
          </div>
        </form>
      </div>
    </WritePage>
  )
}

function Conflict({
  conflict,
  at,
  theirName,
  chosen,
  incomplete,
  names,
}: ConflictPageProps & { conflict: MergeConflict; at: number }) {
  const { id, mine, theirs } = conflict
  const kind = (mine ?? theirs)?.kind ?? 'paragraph'
  const sides =
    theirName === null
      ? { mine: 'This window', theirs: 'The other window', out: 'as in the other window' }
      : { mine: 'Yours', theirs: `${theirName}’s`, out: `as ${theirName} did` }
  const missing = incomplete && !chosen.has(id)
  return (
    <section class="m-conflict" aria-labelledby={`conflict-${id}`}>
      <Finding level={2} size={3} id={`conflict-${id}`}>
        {at + 1}. {kindNames[kind]}
      </Finding>
      <ProseDiff
        caption={`Block ${at + 1}: both texts`}
        before={sides.mine}
        after={sides.theirs}
        marks={{
          gone: `Only ${lowerFirst(sides.mine)}`,
          new: `Only ${theirName === null ? 'the other window' : sides.theirs}`,
        }}
        blocks={comparedLines(compareBlocks(asOne(mine, id), asOne(theirs, id), names))}
      />
      <Radios
        name={choiceName(id)}
        legend={{ content: 'Which is to stand here?', classes: 'govuk-fieldset__legend--s' }}
        classes="govuk-radios--inline govuk-radios--small"
        value={chosen.get(id)}
        errorMessage={missing ? 'Choose whose words to keep.' : undefined}
        items={[
          { value: 'mine', content: mine ? (theirName === null ? sides.mine : 'Mine') : 'Leave it out, as I did' },
          { value: 'theirs', content: theirs ? sides.theirs : `Leave it out, ${sides.out}` },
          mine && theirs ? { value: 'both', content: 'Both, one after the other' } : null,
        ]}
      />
    </section>
  )
}

/** Two findings have identifiers of their own, and are compared as one block all the same. */
const asOne = (block: Block | null, id: Id): Block[] => (block ? [{ ...block, id }] : [])

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
