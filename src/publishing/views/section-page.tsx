import type { Partnership } from '../../core/auth/index.ts'
import { type Content, Pagination } from '../../core/ui/govuk/index.ts'
import { EmptyState, Finding, Lead, Section, SectionIndex } from '../../core/ui/parts/index.ts'
import { additionsOf, leadOf } from '../block-parts.ts'
import type { Edition } from '../edition.ts'
import { editionSectionPath, homePath, sectionPath } from '../paths.ts'
import type { SectionContent } from '../queries/section-content.ts'
import { type SectionSlug, sections } from '../section.ts'
import { sectionHeading, wordsHeading } from '../statement-headings.ts'
import { FiguresByTheme } from './cited-figures.tsx'
import { editionDate } from './edition-page.tsx'
import { emptySections } from './empty-sections.ts'
import { StatementPage } from './frame.tsx'
import { hasDrawings, SectionDrawings } from './section-drawings.tsx'
import { Words } from './words.tsx'

export interface SectionPageProps extends SectionContent {
  readonly partnership: Partnership
  readonly section: SectionSlug
  /** What a part of this module draws for the section, in place of what stands in `drawings`. */
  readonly drawn?: Content | undefined
}

/** One section of a statement: what was found, in words, in charts, and as the documents print it. */
export function SectionPage(props: SectionPageProps) {
  const { partnership, section, edition, blocks, placed, figures, sources, drawings, drawn } = props
  const { slug } = partnership
  const at = sections.findIndex((one) => one.slug === section)
  const title = sections[at]?.title ?? ''
  const heading = sectionHeading(section, blocks, figures)
  const lead = leadOf(blocks)
  const additions = additionsOf(blocks)
  const rest = blocks.filter((block) => block !== lead && block.kind !== 'addition')
  const words = { slug, figures: placed, sources, level: 3 } as const
  const empty = blocks.length === 0 && figures.length === 0 && !hasDrawings(drawings) && !drawn
  return (
    <StatementPage
      partnership={partnership}
      title={heading === title ? `${title} in ${partnership.title}` : heading}
      description={`${title}: from the market position statement of ${partnership.title}, every figure with its source.`}
      current="statement"
      breadcrumbs={[{ content: 'Statement', href: homePath(slug) }, { content: title }]}
    >
      <div class="m-cols m-cols--side">
        <div>
          <Finding level={1}>{heading}</Finding>
          {lead ? <Lead>{lead.text}</Lead> : null}
          {edition && blocks.length > 0 ? <WordsOf slug={slug} edition={edition} section={section} /> : null}
        </div>
        <SectionIndex
          label="Sections of the statement"
          items={sections.map((one) => ({
            text: one.title,
            href: sectionPath(slug, one.slug),
            current: one.slug === section,
          }))}
        />
      </div>
      {drawn ?? <SectionDrawings partnership={partnership} drawings={drawings} sources={sources} />}
      {rest.length > 0 ? (
        <Section id="words" heading={wordsHeading(section)}>
          <Words {...words} blocks={rest} />
        </Section>
      ) : null}
      {additions.length > 0 ? (
        <Section id="additions" heading="What is to be added">
          <Words {...words} blocks={additions} />
        </Section>
      ) : null}
      {figures.length > 0 ? (
        <Section
          id="figures"
          heading="Figures as the documents print them"
          intro="Each leads to its source, its method and what stands behind it."
        >
          <FiguresByTheme slug={slug} figures={figures} />
        </Section>
      ) : null}
      {empty ? (
        <EmptyState
          {...emptySections[section](partnership.title)}
          link={{ text: `The statement of ${partnership.title}`, href: homePath(slug) }}
        />
      ) : null}
      <div class="m-next">
        <Neighbours slug={slug} at={at} />
      </div>
    </StatementPage>
  )
}

/** Which edition the words are of; the figures are newer where they have changed since. */
function WordsOf({ slug, edition, section }: { slug: string; edition: Edition; section: SectionSlug }) {
  return (
    <p class="m-meta">
      <span>
        Words of <a href={editionSectionPath(slug, edition.number, section)}>edition {edition.number}</a>,{' '}
        {editionDate(edition)}; figures as they stand today
      </span>
    </p>
  )
}

function Neighbours({ slug, at }: { slug: string; at: number }) {
  const [before, after] = [sections[at - 1], sections[at + 1]]
  return (
    <Pagination
      {...(before ? { previous: { href: sectionPath(slug, before.slug), labelText: before.title } } : {})}
      {...(after ? { next: { href: sectionPath(slug, after.slug), labelText: after.title } } : {})}
    />
  )
}
