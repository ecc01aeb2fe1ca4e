import { expect, test } from 'vitest'
import { figureColumns, figureRow, type PublishedFigure } from './figure-row.ts'
import { recordsOf } from './plain-table.ts'

const source = {
  title: 'Population projections',
  publisher: 'National Records of Scotland',
  published: '2020',
  licence: 'Open Government Licence v3.0',
  licenceUrl: null,
  url: null,
}

const figure: PublishedFigure = {
  id: 'dementia.S12000040.2028.65-plus',
  measure: 'dementia',
  label: 'People aged 65 and over expected to have dementia',
  value: 2713.4,
  unit: 'people',
  period: '2028',
  area: { code: 'S12000040', name: 'West Lothian' },
  ages: '65+',
  sex: 'all',
  basis: 'projection',
  interval: { lower: 2000, upper: 3500, kind: 'outer' },
  comparator: null,
  method: 'People times rate.',
  sources: [
    { ...source, key: 'rates', edition: null, locus: null },
    { ...source, key: 'nrs', edition: '2018-based', locus: 'West Lothian, 2028' },
  ],
  status: 'derived',
  note: null,
  suppressed: false,
}

test('a figure is one flat row whose names are stable', () => {
  const [row] = recordsOf({ columns: figureColumns, rows: [figureRow(figure)] })
  expect(row).toMatchInlineSnapshot(`
    {
      "ages": "65+",
      "area_code": "S12000040",
      "area_name": "West Lothian",
      "basis": "projection",
      "comparator": null,
      "comparator_value": null,
      "direction": null,
      "editions": "2018-based",
      "finding": null,
      "id": "dementia.S12000040.2028.65-plus",
      "interval": "outer",
      "label": "People aged 65 and over expected to have dementia",
      "licences": "Open Government Licence v3.0",
      "loci": "West Lothian, 2028",
      "lower": 2000,
      "measure": "dementia",
      "method": "People times rate.",
      "note": null,
      "period": "2028",
      "section": null,
      "sex": "all",
      "source_keys": "rates|nrs",
      "sources": "Population projections",
      "status": "derived",
      "suppressed": false,
      "theme": null,
      "unit": "people",
      "upper": 3500,
      "value": 2713.4,
    }
  `)
})

test('every column is described, and no name is used twice', () => {
  expect(new Set(figureColumns.map(({ key }) => key)).size).toBe(figureColumns.length)
  for (const { key, description } of figureColumns) expect(description, key).toMatch(/\.$/)
})
