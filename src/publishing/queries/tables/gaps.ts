import { cellOf, type NeedCell } from '../../../market/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import type { StatementData } from '../statement-data.ts'
import { areaColumns, decimal, type OpenTable, sourceColumn, text, truth, whole } from './open-table.ts'

type Cell = readonly [PlainColumn, (cell: NeedCell) => PlainCell]

const hides = ({ need, supply, gap }: NeedCell) => [need, supply, gap].some((figure) => figure?.suppressed)

const cells: readonly Cell[] = [
  [
    text('status', 'Status', 'measured; named: short by a document, without a number; hidden; not-known.'),
    ({ status }) => status,
  ],
  [decimal('need', 'Need', 'Empty when it is hidden or not known.'), ({ need }) => need?.value ?? null],
  [text('need_unit', 'Unit of need', 'What need is counted in.'), ({ need }) => need?.unit ?? null],
  [text('need_period', 'Period of need', 'When need was counted.'), ({ need }) => need?.period ?? null],
  [decimal('supply', 'Supply', 'Empty when it is hidden or not known.'), ({ supply }) => supply?.value ?? null],
  [text('supply_unit', 'Unit of supply', 'What supply is counted in.'), ({ supply }) => supply?.unit ?? null],
  [text('supply_period', 'Period of supply', 'When supply was counted.'), ({ supply }) => supply?.period ?? null],
  [decimal('gap', 'Gap', 'Need less supply: above nought short, below spare.'), ({ gap }) => gap?.value ?? null],
  [decimal('share_short', 'Share short', 'The gap in per cent of need.', 'percent'), ({ share }) => share],
  [truth('suppressed', 'Hidden', 'Whether a part is hidden to protect people.'), hides],
  [
    decimal('forecast_need', 'Need forecast', 'What is expected to be needed.'),
    ({ forecast }) => forecast?.need.value ?? null,
  ],
  [
    text('forecast_unit', 'Unit of the forecast', 'What the forecast is counted in.'),
    ({ forecast }) => forecast?.need.unit ?? null,
  ],
  [text('forecast_period', 'Period of the forecast', 'By when.'), ({ forecast }) => forecast?.need.period ?? null],
  [
    decimal('forecast_gap', 'Gap forecast', 'Need forecast less supply.'),
    ({ forecast }) => forecast?.gap?.value ?? null,
  ],
  [whole('shortages', 'Shortages named', 'How many documents name a shortage.'), ({ shortages }) => shortages.length],
  [text('because', 'To know', 'Why there is no gap, or what to know about it.'), ({ because }) => because],
  [sourceColumn, (cell) => sourcesOf(cell)],
  [text('note', 'Note', 'What to know before quoting the numbers.'), (cell) => notesOf(cell)],
]

/** Need, supply and gap of every area by every service of which need or supply is told. */
export const gapsTable: OpenTable = {
  name: 'gaps',
  title: 'Need, supply and gap by area and service',
  description:
    'One row for each area and each service of which a document tells need or supply; where nothing is known of it in an area, the row says so.',
  columns: [
    ...areaColumns,
    text('service', 'Service', 'Its key in the list of services.'),
    text('service_name', 'Name of the service', 'The service in words.'),
    ...cells.map(([column]) => column),
  ],
  key: ['area_code', 'service'],
  count: async (data) => {
    const keys = new Set((await data.registerCounts()).serviceTypes)
    const told = (await data.gapCounts()).servicesTold(keys)
    return (await areasWithin(data)).length * [...keys].filter((key) => told.has(key)).length
  },
  rows: async (data) => {
    const [services, grid] = [await servicesTold(data), await data.gaps()]
    return (await areasWithin(data)).flatMap((area) =>
      services.map(({ key, name }) => {
        const cell = cellOf(grid, area.code, key)
        return [
          area.code,
          area.name,
          key,
          name,
          ...cells.map(([, of], at) => (cell ? of(cell) : at === 0 ? 'not-known' : null)),
        ]
      }),
    )
  },
}

/** The partnership's own area and all below it: of one above, need and supply are not known. */
async function areasWithin({ partnership, areas }: StatementData) {
  const all = await areas()
  const within = new Set([partnership.areaCode])
  for (let size = 0; size < within.size; ) {
    size = within.size
    for (const { code, parents } of all) if (parents.some((parent) => within.has(parent.code))) within.add(code)
  }
  return all.filter(({ code }) => within.has(code))
}

async function servicesTold(data: StatementData) {
  const types = await data.serviceTypes()
  const told = (await data.gapCounts()).servicesTold(new Set(types.map(({ key }) => key)))
  return types.filter(({ key }) => told.has(key))
}

const notesOf = ({ need, supply, forecast }: NeedCell): string | null =>
  [...new Set([need, supply, forecast?.need].flatMap((figure) => figure?.note ?? []))].join(' ') || null

function sourcesOf({ need, supply, forecast, shortages, targets }: NeedCell): string | null {
  const figures = [need, supply, forecast?.need, ...shortages, ...targets].flatMap((figure) => figure ?? [])
  return [...new Set(figures.flatMap(({ sources }) => sources.map(({ key }) => key)))].join('|') || null
}
