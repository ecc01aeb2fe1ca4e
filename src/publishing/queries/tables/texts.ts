import { sections } from '../../section.ts'
import { textRows } from '../../text-rows.ts'
import type { StatementData } from '../statement-data.ts'
import { type OpenTable, sourceColumn, text, whole } from './open-table.ts'

/** The words of the statement. */
export const textsTable: OpenTable = {
  name: 'texts',
  title: 'Words of the statement',
  description:
    'One row for each text of the latest edition, in the order of the sections and within them. A heading stands in the row of the paragraph under it.',
  columns: [
    text('section', 'Section', 'The section of the statement.'),
    whole('position', 'Position', 'Its place within the section, from 1.'),
    text('kind', 'Kind', 'lead, message, pressure, addition, paragraph, list, figure, or a heading with no paragraph.'),
    text('heading', 'Heading', 'Its heading.'),
    text('text', 'Text', 'What it says; the items of a list on lines of their own; of a figure its identifier.'),
    sourceColumn,
    text('locus', 'Place in the source', 'Where in the source it is drawn from.'),
  ],
  key: ['section', 'position'],
  count: async (data) => (await rowsOf(data)).length,
  rows: rowsOf,
}

async function rowsOf(data: StatementData) {
  const { words } = await data.words()
  return sections.flatMap(({ slug }) =>
    textRows(words.get(slug) ?? []).map(({ kind, heading, text: said, cited }, at) => [
      slug,
      at + 1,
      kind,
      heading,
      said,
      cited?.source ?? null,
      cited?.locus ?? null,
    ]),
  )
}
