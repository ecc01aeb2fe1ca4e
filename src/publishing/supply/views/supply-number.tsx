import { number, percent } from '../../../core/ui/format.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { supplyFigureId } from '../../../providers/index.ts'
import { figurePath } from '../../paths.ts'
import type { SupplyRow } from '../supply-rows.ts'

/** What the numbers of a table are about. */
export interface NumbersOf {
  readonly slug: string
  readonly asOf: IsoDate
  readonly area: string
  /** Key of a service type; null for services of all kinds. */
  readonly kind: string | null
}

type Measure = 'services' | 'places' | 'in-house'

/** Where a number has its own page, with its source and the rows behind it. */
export const supplyFigurePath = ({ slug, asOf, area, kind }: NumbersOf, measure: Measure): string =>
  figurePath(slug, supplyFigureId({ measure, area, serviceType: kind, asOf }))

/** Services, places and the share that is in-house, each leading to its own page; null where nothing can be said. */
export function linkedNumbers(row: SupplyRow, of: NumbersOf) {
  const link = (measure: Measure, text: string) => <a href={supplyFigurePath(of, measure)}>{text}</a>
  return [
    link('services', number(row.services)),
    row.places > 0 ? link('places', number(row.places)) : row.services > 0 ? null : number(0),
    row.services > 0 ? link('in-house', percent((row.inHouse / row.services) * 100)) : null,
  ]
}

/** The same numbers of services that share what has no page of its own. */
export const plainNumbers = (row: SupplyRow) => [
  number(row.services),
  row.places > 0 ? number(row.places) : null,
  row.services > 0 ? percent((row.inHouse / row.services) * 100) : null,
]

/** The columns of these numbers. */
export const numberColumns = [
  { heading: 'Services', align: 'number' },
  { heading: 'Registered places', align: 'number' },
  { heading: 'Run in-house', align: 'number' },
] as const

/** What [x] means in them. */
export const noNumber = 'services of this sort do not register places, or there is none to be a share of'
