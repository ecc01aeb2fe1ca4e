import type { Partnership } from '../../core/auth/index.ts'
import { Finding } from '../../core/ui/parts/index.ts'
import type { Source } from '../../evidence/index.ts'
import { figureIdsOf, leadOf } from '../block-parts.ts'
import type { Edition } from '../edition.ts'
import { changesInWords } from '../edition-changes.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { editionPath, editionsPath, homePath } from '../paths.ts'
import type { Words } from '../queries/editions.ts'
import { sections } from '../section.ts'
import { sectionHeading } from '../statement-headings.ts'
import { EditionSummary, editionDate, editionTitle } from './edition-page.tsx'
import { FrozenSection } from './edition-section.tsx'
import { EditionStanding } from './edition-standing.tsx'
import { StatementPage } from './frame.tsx'

export interface EditionPrintPageProps {
  readonly partnership: Partnership
  readonly edition: Edition
  readonly words: Words
  readonly figures: readonly PublishedFigure[]
  readonly sources: ReadonlyMap<string, Pick<Source, 'title'>>
  readonly latest: number
}

/** A whole edition on one page, every table open: to be printed or kept. */
export function EditionPrintPage({ partnership, edition, words, figures, sources, latest }: EditionPrintPageProps) {
  const { slug, name } = partnership
  const { number } = edition
  const parts = sections.flatMap(({ slug: section, title }) => {
    const blocks = words.get(section) ?? []
    const placed = new Set(figureIdsOf(blocks))
    const own = figures.filter((figure) => figure.section === section || placed.has(figure.id))
    return blocks.length + own.length > 0 ? [{ section, title, blocks, figures: own }] : []
  })
  return (
    <StatementPage
      partnership={partnership}
      title={`${editionTitle(edition)}, on one page`}
      description={`Edition ${number} of the market position statement of ${name} on one page, to print.`}
      current="editions"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Editions', href: editionsPath(slug) },
        { content: `Edition ${number}`, href: editionPath(slug, number) },
        { content: 'On one page' },
      ]}
    >
      <EditionStanding slug={slug} number={number} latest={latest} />
      <Finding level={1}>{editionTitle(edition)}</Finding>
      <EditionSummary summary={edition.summary} />
      <p class="m-meta">
        <span>{name}</span>
        <span>Published on {editionDate(edition)}</span>
        <span>To print it, use the print command of your browser.</span>
      </p>
      {edition.changes ? <p class="m-read m-spaced">{changesInWords(edition.changes)}</p> : null}
      {parts.map(({ section, title, blocks, figures: own }, at) => {
        const lead = leadOf(blocks)
        return (
          <section class="m-sec m-part" aria-labelledby={section}>
            <p class="m-kind">
              {at + 1}. {title}
            </p>
            <Finding level={2} id={section}>
              {sectionHeading(section, blocks, [])}
            </Finding>
            {lead ? <p class="m-read m-text__lines">{lead.text}</p> : null}
            <FrozenSection
              slug={slug}
              section={section}
              edition={number}
              blocks={blocks}
              figures={own}
              sources={sources}
              onPaper
            />
          </section>
        )
      })}
    </StatementPage>
  )
}
