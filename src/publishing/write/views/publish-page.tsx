import type { Partnership } from '../../../core/auth/index.ts'
import { Button, CharacterCount, ErrorSummary, Input } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import type { FigureChange } from '../../compare-figures.ts'
import { findingOf } from '../../figure-finding.ts'
import { valueText } from '../../figure-words.ts'
import { type SectionSlug, sectionBySlug } from '../../section.ts'
import { deskPath, editorPath, historyPath, previewPath, publishPath } from '../paths.ts'
import { WritePage } from './write-page.tsx'

/** A section whose words the edition changes, and how many words come and go. */
export interface SectionToPublish {
  readonly section: SectionSlug
  readonly added: number
  readonly gone: number
}

export interface PublishPageProps {
  readonly partnership: Partnership
  /** The number that the edition gets. */
  readonly number: number
  /** The versions of the words that it shows. */
  readonly versions: string
  readonly sections: readonly SectionToPublish[]
  readonly figures: readonly FigureChange[]
  /** What keeps the edition from being published. */
  readonly hindrances: readonly { readonly section: SectionSlug; readonly sentence: string }[]
  readonly title: string
  readonly summary: string
  /** A mistake of no field is about the edition as a whole. */
  readonly mistakes: readonly { readonly field: 'title' | 'summary' | null; readonly sentence: string }[]
  readonly bounds: { readonly title: number; readonly summary: number }
}

/** As many changed figures as the page lists. */
const listed = 50

/** What a new edition changes, what hinders it, and its title and summary. */
export function PublishPage(props: PublishPageProps) {
  const { partnership, number, sections, figures, hindrances, mistakes } = props
  const { slug } = partnership
  const nothing = number > 1 && sections.length === 0 && figures.length === 0
  return (
    <WritePage
      partnership={partnership}
      title={`Publish edition ${number}`}
      breadcrumbs={[{ content: 'Publish' }]}
      mistakes={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="Nothing is published yet"
          errorList={mistakes.map(({ field, sentence }) => ({
            content: sentence,
            ...(field ? { href: `#${field}` } : {}),
          }))}
        />
      ) : null}
      <PageTitle
        heading={nothing ? `Nothing has changed since edition ${number - 1}` : `Publish edition ${number}`}
        note="An edition keeps words and figures as they are at that moment; it is never changed afterwards."
      />
      {nothing ? (
        <EmptyState
          what="What the next edition changes stands here."
          why="Neither words nor figures have changed."
          link={{ text: 'Back to the sections', href: deskPath(slug) }}
        />
      ) : (
        <div class="m-cols m-cols--side">
          <div>
            <Hindrances slug={slug} hindrances={hindrances} />
            <Words {...props} />
            {number > 1 ? <Figures {...props} /> : null}
          </div>
          <PublishForm {...props} />
        </div>
      )}
    </WritePage>
  )
}

function Hindrances({ slug, hindrances }: { slug: string } & Pick<PublishPageProps, 'hindrances'>) {
  if (hindrances.length === 0) return null
  return (
    <section class="m-why" aria-labelledby="hindrances">
      <h2 class="m-h3" id="hindrances">
        What must be put right first
      </h2>
      <ul class="govuk-list">
        {hindrances.map(({ section, sentence }) => (
          <li>
            <State kind="attention" word="Missing." /> {sentence}{' '}
            <a href={editorPath(slug, section)}>Write “{sectionBySlug(section)?.title}”</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Words({ partnership: { slug }, sections, number }: PublishPageProps) {
  return (
    <Section
      id="words"
      heading={
        sections.length === 0 ? 'No words change' : number === 1 ? 'Words of the first edition' : 'Words that change'
      }
    >
      {sections.length > 0 ? (
        <DataTable
          caption="Words that the edition changes, by section"
          captionHidden
          stack
          columns={[
            { heading: 'Section' },
            { heading: 'Words added', align: 'number' },
            { heading: 'Words taken out', align: 'number' },
            { heading: 'See' },
          ]}
          rows={sections.map(({ section, added, gone }) => {
            const title = sectionBySlug(section)?.title ?? section
            return [
              title,
              added.toLocaleString('en-GB'),
              gone.toLocaleString('en-GB'),
              <span class="m-files">
                <a href={previewPath(slug, section)}>
                  Preview<span class="m-vh"> of {title}</span>
                </a>{' '}
                <a href={historyPath(slug, section)}>
                  Versions<span class="m-vh"> of {title}</span>
                </a>
              </span>,
            ]
          })}
        />
      ) : (
        <p>Every section says what it said in edition {number - 1}.</p>
      )}
    </Section>
  )
}

function Figures({ figures, number }: PublishPageProps) {
  return (
    <Section
      id="figures"
      heading={figures.length === 0 ? 'No figure moves' : 'Figures that move'}
      intro={figures.length > listed ? `The first ${listed} of ${figures.length.toLocaleString('en-GB')}.` : undefined}
    >
      {figures.length > 0 ? (
        <DataTable
          caption="Figures that differ from the edition before"
          captionHidden
          stack
          columns={[{ heading: 'Figure' }, { heading: 'Before', align: 'number' }, { heading: 'Now', align: 'number' }]}
          rows={figures
            .slice(0, listed)
            .map((change) => [
              findingOf(change.kind === 'gone' ? change.before : change.after),
              'before' in change ? valueText(change.before) : 'New',
              'after' in change ? valueText(change.after) : 'Taken away',
            ])}
        />
      ) : (
        <p>Every figure stands as in edition {number - 1}.</p>
      )}
    </Section>
  )
}

function PublishForm({
  partnership,
  number,
  versions,
  title,
  summary,
  hindrances,
  mistakes,
  bounds,
}: PublishPageProps) {
  const wrong = (field: 'title' | 'summary') => mistakes.find((one) => one.field === field)?.sentence
  return (
    <form class="m-publish" method="post" action={publishPath(partnership.slug)} data-guard="" novalidate>
      {/* Whoever publishes is told of what came in between: another's edition, or words saved since they looked. */}
      <input type="hidden" name="number" value={String(number)} />
      <input type="hidden" name="words" value={versions} />
      <Input
        name="title"
        label="Title"
        hint="As readers see it in the list of editions: “Winter 2026”."
        value={title}
        autocomplete="off"
        errorMessage={wrong('title')}
      />
      <CharacterCount
        name="summary"
        label="What is new"
        hint="In a few sentences, for those who follow the statement. It may be empty."
        value={summary}
        rows={6}
        maxlength={bounds.summary}
        errorMessage={wrong('summary')}
      />
      {hindrances.length > 0 ? (
        <p class="m-2">It can be published once what hinders it is put right.</p>
      ) : (
        <Button preventDoubleClick>Publish edition {number}</Button>
      )}
    </form>
  )
}
