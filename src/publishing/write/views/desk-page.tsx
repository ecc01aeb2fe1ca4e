import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { Edition } from '../../edition.ts'
import { editionPath, editionsPath } from '../../paths.ts'
import { type SectionSlug, sectionBySlug } from '../../section.ts'
import { blockElementId } from '../form-focus.ts'
import { editorPath, historyPath, homePreviewPath, previewPath, publishPath } from '../paths.ts'
import { whenText } from '../when.ts'
import { type WriterNames, type Written, writerName } from '../written-by.ts'
import { WritePage } from './write-page.tsx'

/** A section as the desk lists it. */
export interface DeskSection extends Written {
  readonly section: SectionSlug
  readonly words: number
  /** Says something else than the latest edition. */
  readonly changed: boolean
}

/** A block that has an entry of its own on the desk. */
export interface DeskEntry {
  readonly section: SectionSlug
  readonly id: Id
  readonly text: string
}

export interface DeskPageProps {
  readonly partnership: Partnership
  readonly sections: readonly DeskSection[]
  readonly messages: readonly DeskEntry[]
  readonly additions: readonly DeskEntry[]
  /** The newest first. */
  readonly editions: readonly Edition[]
  readonly names: WriterNames
  readonly mayPublish: boolean
}

/** Every section of a statement as those who write it see it: who wrote it last, and what is not published yet. */
export function DeskPage(props: DeskPageProps) {
  const { partnership, sections, messages, additions, editions, mayPublish } = props
  const { slug } = partnership
  const [latest] = editions
  const changed = sections.filter((one) => one.changed).length
  return (
    <WritePage partnership={partnership} title={`Write the statement of ${partnership.title}`}>
      <PageTitle
        heading={findingOf(changed, latest)}
        note={
          latest
            ? `Readers see edition ${latest.number}, published on ${longDate(londonDate(latest.publishedAt))}.`
            : 'Readers see figures and charts until the first edition is published.'
        }
        actions={
          <>
            <Button href={homePreviewPath(slug)} classes="govuk-button--secondary">
              Preview
            </Button>
            {mayPublish ? <Button href={publishPath(slug)}>Publish an edition</Button> : null}
          </>
        }
      />
      <Sections {...props} />
      <div class="m-cols m-cols--2">
        <Entries
          slug={slug}
          id="messages"
          heading="Key messages"
          entries={messages}
          none={{
            what: 'What providers are told, a line each, stands here.',
            why: 'No key message is written yet.',
            link: { text: 'Write the key messages', href: editorPath(slug, 'messages') },
          }}
        />
        <Entries
          slug={slug}
          id="additions"
          heading="Planned additions"
          entries={additions}
          none={{
            what: 'What is to be added to the statement stands here.',
            why: 'No section plans an addition.',
            link: { text: 'Plan one in “Who and where”', href: editorPath(slug, 'about') },
          }}
        />
      </div>
      <Editions slug={slug} editions={editions} />
    </WritePage>
  )
}

function findingOf(changed: number, latest: Edition | undefined): string {
  if (!latest) return 'No edition is published yet'
  if (changed === 0) return 'Every section stands as published'
  return changed === 1 ? 'One section has changes to publish' : `${number(changed)} sections have changes to publish`
}

function Sections({ partnership: { slug }, sections, editions, names }: DeskPageProps) {
  const latest = editions[0]?.number
  return (
    <DataTable
      caption="Sections of the statement"
      captionHidden
      stack
      columns={[
        { heading: 'Section' },
        { heading: 'Last written' },
        { heading: latest ? `Since edition ${latest}` : 'Published' },
        { heading: 'Words', align: 'number' },
        { heading: 'See' },
      ]}
      rows={sections.map((one) => {
        const title = sectionBySlug(one.section)?.title ?? one.section
        return [
          <a href={editorPath(slug, one.section)}>{title}</a>,
          one.writtenAt ? (
            <span>
              {writerName(one, names)}
              <small class="m-under">{whenText(one.writtenAt)}</small>
            </span>
          ) : (
            'Not written yet'
          ),
          stateOf(one, latest),
          number(one.words),
          <span class="m-files">
            <a href={previewPath(slug, one.section)}>
              Preview<span class="m-vh"> of {title}</span>
            </a>{' '}
            {one.version > 0 ? (
              <a href={historyPath(slug, one.section)}>
                Versions<span class="m-vh"> of {title}</span>
              </a>
            ) : null}
          </span>,
        ]
      })}
    />
  )
}

function stateOf({ changed, version }: DeskSection, latest: number | undefined) {
  if (changed) return <State kind="attention" word={latest ? 'Changed' : 'Not published'} />
  return version > 0 ? <State kind="done" word="As published" /> : <State kind="planned" word="Nothing to publish" />
}

interface EntriesProps {
  readonly slug: string
  readonly id: string
  readonly heading: string
  readonly entries: readonly DeskEntry[]
  readonly none: Parameters<typeof EmptyState>[0]
}

function Entries({ slug, id, heading, entries, none }: EntriesProps) {
  return (
    <Section id={id} heading={heading} level={2}>
      {entries.length > 0 ? (
        <ol class="m-entries">
          {entries.map((entry) => (
            <li>
              <a href={`${editorPath(slug, entry.section)}#${blockElementId(entry.id)}`}>{entry.text}</a>
              {entry.section === 'messages' ? null : (
                <small class="m-under">{sectionBySlug(entry.section)?.title}</small>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState {...none} />
      )}
    </Section>
  )
}

function Editions({ slug, editions }: { readonly slug: string; readonly editions: readonly Edition[] }) {
  if (editions.length === 0) return null
  return (
    <Section id="editions" heading="Editions so far">
      <DataTable
        caption="Editions so far"
        captionHidden
        stack
        columns={[{ heading: 'Edition' }, { heading: 'Title' }, { heading: 'Published' }]}
        rows={editions.map(({ number: at, title, publishedAt }) => [
          <a href={editionPath(slug, at)}>Edition {at}</a>,
          title,
          longDate(londonDate(publishedAt)),
        ])}
      />
      <p class="m-small m-spaced">
        <a href={editionsPath(slug)}>All editions, as readers see them</a>
      </p>
    </Section>
  )
}
