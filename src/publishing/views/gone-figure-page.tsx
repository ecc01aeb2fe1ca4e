import type { Partnership } from '../../core/auth/index.ts'
import { SummaryList } from '../../core/ui/govuk/index.ts'
import { Finding, Section } from '../../core/ui/parts/index.ts'
import { findingOf } from '../figure-finding.ts'
import { editionSectionPath, editionsPath, homePath } from '../paths.ts'
import type { FrozenFigure } from '../queries/frozen-figure.ts'
import { sectionBySlug } from '../section.ts'
import { editionDate } from './edition-page.tsx'
import { FigureHeadline, figureFacts } from './figure-page.tsx'
import { StatementPage } from './frame.tsx'

export interface GoneFigurePageProps {
  readonly partnership: Partnership
  readonly frozen: FrozenFigure
}

/** A figure that the statement does not have any more, as the last edition with it shows it. */
export function GoneFigurePage({ partnership, frozen }: GoneFigurePageProps) {
  const { slug, title } = partnership
  const { figure, section, number } = frozen
  const name = sectionBySlug(section)?.title ?? section
  return (
    <StatementPage
      partnership={partnership}
      title={`${findingOf(figure)}, edition ${number}`}
      description={`A figure that the statement of ${title} does not show any more, as edition ${number} had it.`}
      current="editions"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Editions', href: editionsPath(slug) },
        { content: figure.label },
      ]}
    >
      <p class="m-why m-standing">
        <strong>The statement does not have this figure any more.</strong> Below it is as{' '}
        <a href={editionSectionPath(slug, number, section)}>
          “{name}” in edition {number}
        </a>{' '}
        had it, published on {editionDate(frozen)}.
      </p>
      <Finding level={1}>{findingOf(figure)}</Finding>
      <FigureHeadline figure={figure} />
      {figure.note && !figure.suppressed ? <p class="m-read">{figure.note}</p> : null}
      <Section id="where-from" heading="Where this figure came from">
        <SummaryList rows={figureFacts(slug, figure)} />
      </Section>
    </StatementPage>
  )
}
