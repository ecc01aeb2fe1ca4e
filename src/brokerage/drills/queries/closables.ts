import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { number } from '../../../core/ui/format.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { partKey } from '../drill-asked.ts'
import { peopleWords } from '../drill-words.ts'
import type { Closable } from '../forms.ts'
import { homesOf } from './homes.ts'

interface GivenBy {
  readonly id: Id
  readonly name: string
  readonly service: string
  readonly serviceName: string
  readonly people: number
}

/** All that can close here: those who give care, each kind of it where they give several, and homes of the registers. */
export async function closablesOf(
  db: Db,
  { id, areaCode }: Pick<Partnership, 'id' | 'areaCode'>,
  today: IsoDate,
): Promise<Closable[]> {
  const { rows } = await sql<GivenBy>`select o.id, o.name, s.key as service, s.name as "serviceName",
      count(distinct p.person_id)::integer as people
    from placement p join organisation o on o.id = p.organisation_id join service_type s on s.key = p.service_type_key
    where p.partnership_id = ${id} and p.state in ('agreed', 'started', 'suspended', 'notice')
      and (p.ends_on is null or p.ends_on > ${today}::date)
    group by 1, 2, 3, 4 order by lower(o.name), o.id, lower(s.name)`.execute(brokerage(db))
  const providers = [...Map.groupBy(rows, (row) => row.id).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const all =
      some.length === 1 ? `${first.serviceName}, ${peopleWords(first.people)}` : 'everything that it gives here'
    return [
      closable(first.id, { kind: 'all' }, first.name, `${first.name}: ${all}`),
      ...(some.length === 1
        ? []
        : some.map((one) =>
            closable(
              one.id,
              { kind: 'service', serviceType: one.service },
              `${one.serviceName} of ${one.name}`,
              `${one.name}: ${one.serviceName}, ${peopleWords(one.people)}`,
            ),
          )),
    ]
  })
  const homes = (await homesOf(db, areaCode, today))
    .map((home) => {
      const where = [home.town ?? home.area_name, home.provider_name].filter(Boolean).join(', ')
      const { regulator, number: registered } = home
      return closable(
        home.organisationId,
        { kind: 'home', regulator, number: registered },
        home.name,
        `Home: ${home.name}${where ? ` (${where})` : ''}, ${number(home.places ?? 0)} places`,
      )
    })
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB', { numeric: true }))
  return [...providers, ...homes]
}

const closable = (organisationId: Id | null, part: Closable['of']['part'], called: string, text: string): Closable => ({
  value: `${organisationId ?? 'home'} ${partKey(part)}`,
  text,
  of: { organisationId, part, called },
})
