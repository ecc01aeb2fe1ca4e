import type { ImportKind } from './core/importing/index.ts'
import { ofPartnership, source } from './import-parts.ts'
import { areaColumns, importAreas } from './places/index.ts'

const places = (slug: string) => ({ href: `/${slug}/places`, text: 'See the places' })

/** Areas from a table, and their boundaries from a map. */
export const placeImportKinds: readonly ImportKind[] = [
  {
    key: 'areas',
    title: 'Areas',
    what: 'Localities, wards and zones, what they lie in, and their other names: how figures can be cut.',
    shared: false,
    format: 'csv',
    choices: [],
    columns: () => areaColumns,
    example: {
      code: 'example/locality/1',
      name: 'Example locality',
      kind: 'locality',
      nation: 'scotland',
      hierarchy: 'locality',
      parent: 'S12000040',
      other_names: 'Example North|North',
      note: '',
    },
    run: ofPartnership(importAreas),
    shownOn: places,
  },
  {
    key: 'boundaries',
    title: 'Boundaries',
    what: 'Where the edges of areas run, for maps. The areas themselves are imported first.',
    shared: false,
    format: 'geojson',
    choices: [{ ...source, optional: true, hint: 'Maps name it, its licence and its note.' }],
    columns: () => [],
    run: (database, { partnership, file, chosen, options }) =>
      importAreas(database, partnership, file, { ...options, ...(chosen.source ? { source: chosen.source } : {}) }),
    shownOn: places,
  },
]
