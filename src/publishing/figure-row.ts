import type { CitedFigure, Figure } from '../evidence/index.ts'
import type { PlainCell, PlainColumn } from './plain-table.ts'

/** A figure as it is published: one worked out has no finding, section or theme of its own. */
export type PublishedFigure = Figure & Partial<Pick<CitedFigure, 'finding' | 'section' | 'theme'>>

interface FigureColumn extends PlainColumn {
  readonly of: (figure: PublishedFigure) => PlainCell
}

const several = (texts: readonly (string | null)[]): string =>
  [...new Set(texts.filter((text) => text !== null))].join('|')

const text = (key: string, heading: string, description: string, of: FigureColumn['of']): FigureColumn => ({
  key,
  heading,
  datatype: 'string',
  description,
  of,
})
const number = (key: string, heading: string, description: string, of: FigureColumn['of']): FigureColumn => ({
  ...text(key, heading, description, of),
  datatype: 'number',
})

const columns: readonly FigureColumn[] = [
  text('id', 'Identifier', 'The figure’s address is /{partnership}/figures/{id}.', ({ id }) => id),
  text('measure', 'Measure', 'population, dementia, budget, or the key of a cited figure.', ({ measure }) => measure),
  text('label', 'What is counted', 'What the figure counts, in words.', ({ label }) => label),
  text('finding', 'Finding', 'The sentence that the figure supports.', ({ finding }) => finding ?? null),
  text('section', 'Section', 'The section of the statement it belongs to.', ({ section }) => section ?? null),
  text('theme', 'Theme', 'Its theme within the section.', ({ theme }) => theme ?? null),
  text('area_code', 'Area code', 'The official code of the area.', ({ area }) => area.code),
  text('area_name', 'Area', 'The name of the area.', ({ area }) => area.name),
  text('period', 'Period', 'A year, financial year, month, date, or two of them.', ({ period }) => period),
  text('ages', 'Ages', 'Such as 75+, 18-64 or all; empty when ages do not come into it.', ({ ages }) => ages),
  text('sex', 'Sex', 'all, female or male.', ({ sex }) => sex),
  number('value', 'Value', 'The number; empty when it is lost, hidden or never printed.', ({ value }) => value),
  text('unit', 'Unit', 'What the number counts.', ({ unit }) => unit),
  text('basis', 'Basis', 'What kind of number it is: an estimate, a projection, a budget.', ({ basis }) => basis),
  number('lower', 'Lower limit', 'The lower limit around the value.', ({ interval }) => interval?.lower ?? null),
  number('upper', 'Upper limit', 'The upper limit around the value.', ({ interval }) => interval?.upper ?? null),
  text(
    'interval',
    'Kind of limits',
    'published: as the source gives them. outer: limits added up, wider than a joint interval.',
    ({ interval }) => interval?.kind ?? null,
  ),
  text('comparator', 'Compared with', 'What the value is set against.', ({ comparator }) => comparator?.label ?? null),
  number(
    'comparator_value',
    'Comparator',
    'The value it is set against, in the same unit.',
    ({ comparator }) => comparator?.value ?? null,
  ),
  text(
    'direction',
    'Direction',
    'How the value stands to the comparator: higher, similar or lower.',
    ({ comparator }) => comparator?.direction ?? null,
  ),
  text(
    'status',
    'Status',
    'printed; derived: worked out; caution: read with its note; lost: missing from the source used.',
    ({ status }) => status,
  ),
  {
    ...text('suppressed', 'Hidden', 'Whether the value is hidden to protect people.', ({ suppressed }) => suppressed),
    datatype: 'boolean',
  },
  text('method', 'Method', 'How the value came about.', ({ method }) => method),
  text('note', 'Note', 'What to know before quoting it.', ({ note }) => note),
  text('source_keys', 'Source keys', 'Keys into the table of sources, parted by |.', ({ sources }) =>
    several(sources.map(({ key }) => key)),
  ),
  text('sources', 'Sources', 'Titles of the sources, parted by |.', ({ sources }) =>
    several(sources.map(({ title }) => title)),
  ),
  text('editions', 'Editions', 'Editions of the sources, parted by |.', ({ sources }) =>
    several(sources.map(({ edition }) => edition)),
  ),
  text('loci', 'Places in the sources', 'Where in the sources it stands, parted by |.', ({ sources }) =>
    several(sources.map(({ locus }) => locus)),
  ),
  text('licences', 'Licences', 'Licences of the sources, parted by |.', ({ sources }) =>
    several(sources.map(({ licence }) => licence)),
  ),
]

/** The columns of a file of figures; their names stay from release to release, and new ones come at the end. */
export const figureColumns: readonly PlainColumn[] = columns.map(({ of: _, ...column }) => column)

/** A figure as one flat row, in the order of `figureColumns`. */
export const figureRow = (figure: PublishedFigure): PlainCell[] => columns.map(({ of }) => of(figure))
