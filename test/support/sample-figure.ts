import type { Figure } from '../../src/evidence/index.ts'

/** A figure with every part, for tests that care for some of them. */
export const sampleFigure: Figure = {
  id: 'population.S12000040.2028.75-plus',
  measure: 'population',
  label: 'People aged 75 and over',
  value: 17289,
  unit: 'people',
  period: '2028',
  area: { code: 'S12000040', name: 'West Lothian' },
  ages: '75+',
  sex: 'all',
  basis: 'projection',
  interval: null,
  comparator: null,
  method: 'Bands added up.',
  sources: [],
  status: 'derived',
  note: null,
  suppressed: false,
}
