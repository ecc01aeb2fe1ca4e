import type { Partnership } from '../../core/auth/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { EmptyState, Finding, Lead, Section } from '../../core/ui/parts/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { messagesOf } from '../block-parts.ts'
import type { Edition } from '../edition.ts'
import { changesInWords } from '../edition-changes.ts'
import {
  comparePath,
  editionFiguresPath,
  editionPrintPath,
  editionSectionPath,
  editionsPath,
  homePath,
} from '../paths.ts'
import type { Words } from '../queries/editions.ts'
import { type SectionSlug, sectionBySlug, sections } from '../section.ts'
import { sectionHeading } from '../statement-headings.ts'
import { EditionStanding } from './edition-standing.tsx'
import { StatementPage } from './frame.tsx'

export interface EditionPageProps {
  readonly partnership: Partnership
  readonly edition: Edition
  readonly words: Words
  /** How many figures each section has. */
  readonly figures: ReadonlyMap<SectionSlug, number>
  readonly latest: number
}

/** What an edition is called: "Edition 3: Care at home is short". */
export const editionTitle = ({ number, title }: Pick<Edition, 'number' | 'title'>): string =>
  `Edition ${number}: ${title}`

/** When an edition was published, as people write it. */
export const editionDate = ({ publishedAt }: Pick<Edition, 'publishedAt'>): string => longDate(londonDate(publishedAt))

/** One edition: what is new in it, its key messages, its sections, and its files. */
export function EditionPage({ partnership, edition, words, figures, latest }: EditionPageProps) {
  const { slug, title } = partnership
  const { number, changes } = edition
  const messages = messagesOf(words.get('messages') ?? [])
  const kept = [...figures.values()].reduce((sum, count) => sum + count, 0)
  return (
    <StatementPage
      partnership={partnership}
      title={editionTitle(edition)}
      description={`Edition ${number} of the market position statement of ${title}, published on ${editionDate(edition)}: its words and figures as they were.`}
      current="editions"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Editions', href: editionsPath(slug) },
        { content: `Edition ${number}` },
      ]}
    >
      <EditionStanding slug={slug} number={number} latest={latest} />
      <Finding level={1}>{editionTitle(edition)}</Finding>
      <EditionSummary summary={edition.summary} />
      <p class="m-meta">
        <span>Published on {editionDate(edition)}</span>
        {changes ? <a href={comparePath(slug, number - 1, number)}>What changed since edition {number - 1}</a> : null}
        <a href={editionPrintPath(slug, number)}>Print this edition</a>
      </p>
      <Contents partnership={partnership} edition={edition} words={words} figures={figures} />
      {messages.length > 0 ? (
        <Section id="messages" heading="What providers were told">
          <ol class="m-list m-messages">
            {messages.map((message) => (
              <li>
                <span>{message.heading || message.text}</span>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      {kept > 0 ? <Files slug={slug} number={number} figures={kept} /> : null}
    </StatementPage>
  )
}

/** As long as a summary may be to be set large. */
const short = 300

/** What is new in an edition, in the words of its makers; nothing when they wrote none. */
export function EditionSummary({ summary }: Pick<Edition, 'summary'>) {
  if (summary.length === 0) return null
  return summary.length > short ? <p class="m-read m-text__lines m-spaced">{summary}</p> : <Lead>{summary}</Lead>
}

type ContentsProps = Pick<EditionPageProps, 'partnership' | 'edition' | 'words' | 'figures'>

function Contents({ partnership: { slug, title }, edition: { number, changes }, words, figures }: ContentsProps) {
  const there = sections.filter((section) => words.has(section.slug) || figures.has(section.slug))
  return (
    <Section id="contents" heading="What it says" intro={changes ? changesInWords(changes) : undefined}>
      {there.length > 0 ? (
        <ol class="m-list m-contents">
          {there.map(({ slug: section, title: name }) => (
            <li>
              <a href={editionSectionPath(slug, number, section)}>{name}</a>
              <span>{findingFor(section, words)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState
          what="The sections of the edition are listed here."
          why={`${title} had published no words and no figures by then.`}
          link={{ text: 'All editions', href: editionsPath(slug) }}
        />
      )}
    </Section>
  )
}

/** The heading of a section's words, where it says more than the section's name. */
function findingFor(section: SectionSlug, words: Words): string {
  const heading = sectionHeading(section, words.get(section) ?? [], [])
  return heading === sectionBySlug(section)?.title ? '' : heading
}

function Files({ slug, number, figures }: { slug: string; number: number; figures: number }) {
  return (
    <Section
      id="files"
      heading={
        figures === 1 ? 'Its one figure as it was' : `Its ${figures.toLocaleString('en-GB')} figures as they were`
      }
      intro="Frozen when the edition was published; what is worked out anew since then is not in them."
    >
      <ul class="govuk-list">
        <li>
          <a href={editionFiguresPath(slug, number, 'csv')}>Figures of edition {number} as CSV</a>
        </li>
        <li>
          <a href={editionFiguresPath(slug, number, 'json')}>The same as JSON</a>
        </li>
      </ul>
    </Section>
  )
}
