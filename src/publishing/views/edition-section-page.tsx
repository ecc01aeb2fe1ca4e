import type { Partnership } from '../../core/auth/index.ts'
import { EmptyState, Finding, Lead, SectionIndex } from '../../core/ui/parts/index.ts'
import { leadOf } from '../block-parts.ts'
import type { Edition } from '../edition.ts'
import { editionPath, editionSectionPath, editionsPath, homePath, sectionPath } from '../paths.ts'
import { sectionBySlug, sections } from '../section.ts'
import { sectionHeading } from '../statement-headings.ts'
import { editionDate } from './edition-page.tsx'
import { FrozenSection, type FrozenSectionProps } from './edition-section.tsx'
import { EditionStanding } from './edition-standing.tsx'
import { StatementPage } from './frame.tsx'

export interface EditionSectionPageProps extends Omit<FrozenSectionProps, 'slug' | 'edition' | 'onPaper'> {
  readonly partnership: Partnership
  readonly edition: Edition
  readonly latest: number
}

/** One section of an edition, with its words and figures as they were. */
export function EditionSectionPage({ partnership, edition, latest, ...frozen }: EditionSectionPageProps) {
  const { slug } = partnership
  const { section, blocks, figures } = frozen
  const { number } = edition
  const title = sectionBySlug(section)?.title ?? section
  const heading = sectionHeading(section, blocks, [])
  const lead = leadOf(blocks)
  return (
    <StatementPage
      partnership={partnership}
      title={`${heading}, edition ${number}`}
      description={`${title} in edition ${number} of the statement of ${partnership.title}, published on ${editionDate(edition)}.`}
      current="editions"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Editions', href: editionsPath(slug) },
        { content: `Edition ${number}`, href: editionPath(slug, number) },
        { content: title },
      ]}
    >
      <EditionStanding slug={slug} number={number} latest={latest} />
      <div class="m-cols m-cols--side">
        <div>
          <Finding level={1}>{heading}</Finding>
          {lead ? <Lead>{lead.text}</Lead> : null}
          <p class="m-meta">
            <span>
              Edition {number}, {editionDate(edition)}
            </span>
            <a href={sectionPath(slug, section)}>This section today</a>
          </p>
        </div>
        <SectionIndex
          label={`Sections of edition ${number}`}
          items={sections.map((one) => ({
            text: one.title,
            href: editionSectionPath(slug, number, one.slug),
            current: one.slug === section,
          }))}
        />
      </div>
      {blocks.length + figures.length > 0 ? (
        <FrozenSection slug={slug} edition={number} {...frozen} />
      ) : (
        <EmptyState
          what={`What edition ${number} said under “${title}” stands here.`}
          why="It had no words and no figures in this section."
          link={{ text: `The other sections of edition ${number}`, href: editionPath(slug, number) }}
        />
      )}
    </StatementPage>
  )
}
