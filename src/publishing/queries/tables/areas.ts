import { type OpenTable, text } from './open-table.ts'

/** The areas and where each stands. */
export const areasTable: OpenTable = {
  name: 'areas',
  title: 'Areas',
  description:
    'One row for each area in each hierarchy that it belongs to. An area with nothing above it has one row without a parent.',
  columns: [
    text('code', 'Code', 'The official code, or one made up where none is published.'),
    text('name', 'Name', 'The name of the area.'),
    text('kind', 'Kind', 'Such as council, ward, locality or health-board.'),
    text('nation', 'Nation', 'The nation that it lies in.'),
    text('hierarchy', 'Hierarchy', 'The way of dividing the ground in which it has this parent.'),
    text('parent_code', 'Parent code', 'The code of the area above it.'),
    text('parent_name', 'Parent', 'The name of the area above it.'),
  ],
  key: ['code', 'hierarchy'],
  // An area that stands under none has a row as well.
  count: async (data) => (await data.areas()).reduce((rows, { parents }) => rows + Math.max(1, parents.length), 0),
  rows: async (data) =>
    (await data.areas()).flatMap(({ code, name, kind, nation, parents }) =>
      (parents.length > 0 ? parents : [undefined]).map((parent) => [
        code,
        name,
        kind,
        nation,
        parent?.hierarchy ?? null,
        parent?.code ?? null,
        parent?.name ?? null,
      ]),
    ),
}
