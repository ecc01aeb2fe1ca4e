import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { readSort, type Sort } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { type Area, areasOf } from '../../../places/index.ts'
import {
  type Regulator,
  regulatorOf,
  type ServicesPage,
  type SupplyTerms,
  sectors,
  serviceSorts,
  servicesOf,
  supplyTerms,
} from '../../../providers/index.ts'
import type { ServicesAsked } from '../paths.ts'

/** A page of the list of services, and what it can be narrowed by. */
export interface ServicesContent extends ServicesPage {
  readonly asked: ServicesAsked
  readonly sort: ServiceSorting
  readonly areas: readonly Area[]
  readonly terms: SupplyTerms
  /** Whose register it is. */
  readonly regulator: Regulator
}

interface ServiceSorting extends Sort {
  readonly key: (typeof serviceSorts)[number]
}

const byName: ServiceSorting = { key: 'name', direction: 'ascending' }

const isSorting = (sort: Sort): sort is ServiceSorting => serviceSorts.some((key) => key === sort.key)

/** The registered services of a partnership's area as an address asks for them; what it can't mean is passed over. At most four queries. */
export async function servicesContent(
  db: Db,
  { id, areaCode, nation }: Partnership,
  asked: ServicesAsked,
  today: IsoDate,
): Promise<ServicesContent> {
  const areas = await areasOf(db, id)
  const place = areas.some(({ code }) => code === asked.area) ? asked.area : undefined
  const sort = readSort(asked.sort, serviceSorts, byName)
  const sorting = isSorting(sort) ? sort : byName
  const sector = sectors.find((one) => one === asked.sector)
  const grade = /^\d$/.test(asked.grade ?? '') ? Number(asked.grade) : undefined
  const found = await servicesOf(db, areaCode, {
    place,
    serviceType: asked.kind || undefined,
    sector,
    grade,
    name: asked.name?.trim() || undefined,
    page: /^[1-9]\d{0,4}$/.test(asked.page ?? '') ? Number(asked.page) : 1,
    sort: sorting,
  })
  return {
    ...found,
    asked: { ...asked, area: place, sector, grade: grade === undefined ? undefined : String(grade) },
    sort: sorting,
    areas,
    terms: await supplyTerms(db, found.asOf ?? today),
    regulator: regulatorOf(nation),
  }
}
