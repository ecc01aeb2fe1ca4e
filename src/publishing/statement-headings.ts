import type { CitedFigure } from '../evidence/index.ts'
import { type SectionSlug, sectionBySlug } from './section.ts'
import type { StatementText } from './statement-text.ts'

/** The heading of a section: the finding of its leading words, else of its first printed figure, else its plain title. */
export function sectionHeading(
  section: SectionSlug,
  texts: readonly StatementText[],
  figures: readonly CitedFigure[],
): string {
  const lead = texts.find((text) => text.kind === 'lead')?.heading
  const finding = figures.find((figure) => figure.status === 'printed')?.finding
  return lead ?? finding ?? sectionBySlug(section)?.title ?? section
}
