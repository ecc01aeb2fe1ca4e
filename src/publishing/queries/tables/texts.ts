import { sections } from '../../section.ts'
import { type OpenTable, sourceColumn, text, whole } from './open-table.ts'

/** The words of the statement. */
export const textsTable: OpenTable = {
  name: 'texts',
  title: 'Words of the statement',
  description: 'One row for each text, in the order of the sections and within them.',
  columns: [
    text('section', 'Section', 'The section of the statement.'),
    whole('position', 'Position', 'Its place within the section, from 1.'),
    text('kind', 'Kind', 'lead, message, pressure, addition or paragraph.'),
    text('heading', 'Heading', 'Its heading.'),
    text('text', 'Text', 'What it says.'),
    sourceColumn,
    text('locus', 'Place in the source', 'Where in the source it is drawn from.'),
  ],
  key: ['section', 'position'],
  count: async (data) => [...(await data.texts()).values()].flat().length,
  rows: async (data) => {
    const texts = await data.texts()
    return sections.flatMap(({ slug }) =>
      (texts.get(slug) ?? []).map(({ kind, heading, text: words, sourceKey, locus }, at) => [
        slug,
        at + 1,
        kind,
        heading,
        words,
        sourceKey,
        locus,
      ]),
    )
  },
}
