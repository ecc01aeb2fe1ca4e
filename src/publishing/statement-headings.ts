import type { CitedFigure } from '../evidence/index.ts'
import type { Block } from './block.ts'
import { leadOf } from './block-parts.ts'
import { type SectionSlug, sectionBySlug } from './section.ts'

const overWords: Partial<Record<SectionSlug, string>> = {
  about: 'How it is set up',
  messages: 'What providers are told',
  pressures: 'Where it presses',
  gaps: 'What is short',
  finance: 'What the money is for',
}

/** The heading over a section's words below its opening. */
export const wordsHeading = (section: SectionSlug): string => overWords[section] ?? 'What the documents say'

/** The heading of a section: the finding of its leading words, else of its first printed figure, else its plain title. */
export function sectionHeading(
  section: SectionSlug,
  blocks: readonly Block[],
  figures: readonly CitedFigure[],
): string {
  const lead = leadOf(blocks)?.heading
  const finding = figures.find((figure) => figure.status === 'printed')?.finding
  return lead || finding || sectionBySlug(section)?.title || section
}
