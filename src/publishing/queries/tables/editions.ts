import { type OpenTable, text, whole } from './open-table.ts'

/** The editions of the statement. */
export const editionsTable: OpenTable = {
  name: 'editions',
  title: 'Editions',
  description:
    'One row for each edition, newest first, with what it changed against the one before. Its figures are at /{partnership}/editions/{number}/figures.csv.',
  columns: [
    whole('number', 'Number', 'From 1; its address is /{partnership}/editions/{number}.'),
    text('title', 'Title', 'What it is called.'),
    text('summary', 'Summary', 'What is new in it, in words.'),
    text('published_at', 'Published', 'When it was published, in UTC.'),
    text('sections_changed', 'Sections changed', 'The sections whose words changed, parted by |; empty for the first.'),
    whole('figures_updated', 'Figures updated', 'How many figures changed; empty for the first edition.'),
    whole('figures_added', 'Figures added', 'How many figures are new; empty for the first edition.'),
    whole('figures_gone', 'Figures taken away', 'How many figures are gone; empty for the first edition.'),
  ],
  key: ['number'],
  // Editions are numbered from 1 without gaps.
  count: async (data) => (await data.words()).edition?.number ?? 0,
  rows: async (data) =>
    (await data.editions()).map(({ number, title, summary, publishedAt, changes }) => [
      number,
      title,
      summary || null,
      publishedAt.toISOString(),
      changes?.sections.join('|') || null,
      changes?.figures.updated ?? null,
      changes?.figures.added ?? null,
      changes?.figures.gone ?? null,
    ]),
}
