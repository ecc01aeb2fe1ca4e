import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { distancesTo } from '../../../places/index.ts'
import type { PeopleBoughtFor } from '../../../procurement/index.ts'
import { type OpenService, openServices, serviceTypes } from '../../../providers/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { DrillAsked } from '../drill-asked.ts'
import type { ClosingHome, OtherHome } from '../drill-ground.ts'

/** A registered service in which people live, with who runs it where that is known. */
export interface Home extends OpenService {
  readonly organisationId: Id | null
}

/** The registered homes of a partnership's area by the latest register of each council. Four queries at most. */
export async function homesOf(db: Db, areaCode: string, on: IsoDate): Promise<Home[]> {
  const livedIn = new Set((await serviceTypes(db, on)).filter((one) => one.livedIn).map(({ key }) => key))
  const homes = (await openServices(db, areaCode)).filter(
    ({ service_type, places }) => service_type !== null && livedIn.has(service_type) && places !== null && places > 0,
  )
  if (homes.length === 0) return []
  const numbers = [...new Set(homes.flatMap(({ provider_number }) => provider_number ?? []))]
  const { rows } = await sql<{ regulator: string; number: string; id: Id }>`select regulator, provider_number as number,
      organisation_id as id from organisation_registration where provider_number = any(${numbers}::text[])
    order by told_at, id`.execute(brokerage(db))
  const owners = new Map(rows.map(({ regulator, number, id }) => [`${regulator} ${number}`, id]))
  return homes.map((home) => ({
    ...home,
    organisationId: owners.get(`${home.regulator} ${home.provider_number}`) ?? null,
  }))
}

/** The homes that a closing takes away with who is known to live there, and those of the same kinds that stay. One query for distances. */
export async function homesOfClosing(
  db: Db,
  homes: readonly Home[],
  { organisationId, part }: Pick<DrillAsked, 'organisationId' | 'part'>,
  people: readonly PeopleBoughtFor[],
): Promise<{ readonly closing: ClosingHome[]; readonly others: OtherHome[]; readonly residents: number }> {
  const closes = (home: Home): boolean => {
    if (part.kind === 'home') return home.regulator === part.regulator && home.number === part.number
    if (organisationId === null || home.organisationId !== organisationId) return false
    return part.kind === 'all' || home.service_type === part.serviceType
  }
  const closing = homes.filter(closes)
  const kinds = new Set(closing.map(({ service_type }) => service_type))
  const others = homes.filter((home) => !closes(home) && kinds.has(home.service_type))
  const from = closing.find(({ place }) => place !== null)?.place
  const metres = from
    ? await distancesTo(
        db,
        from,
        others.flatMap(({ place }) => place ?? []),
      )
    : new Map<string, number>()
  // People are tied to a provider, and to a home only where it runs no other of that kind.
  const livingIn = (some: readonly Home[]): number =>
    people.reduce((sum, one) => {
      const own = homes.filter(
        (home) => home.organisationId === one.organisationId && home.service_type === one.serviceType,
      )
      return own.length > 0 && own.every((home) => some.includes(home)) ? sum + one.people : sum
    }, 0)
  const isOnlyOne = (home: Home): boolean =>
    homes.filter((one) => one.organisationId === home.organisationId && one.service_type === home.service_type)
      .length === 1
  return {
    residents: livingIn(closing),
    closing: closing.map((home) => ({
      name: home.name,
      service: home.service_type ?? '',
      place: home.area_name ?? home.town,
      places: home.places,
      asOf: home.as_of,
    })),
    others: others.map((home) => ({
      organisationId: home.organisationId,
      name: home.name,
      provider: home.provider_name ?? '',
      place: home.area_name ?? home.town,
      places: home.places ?? 0,
      grade: home.lowest_grade,
      metres: (home.place === null ? undefined : metres.get(home.place)) ?? null,
      known: home.organisationId !== null && isOnlyOne(home) ? livingIn([home]) : null,
    })),
  }
}
