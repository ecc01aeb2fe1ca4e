import { type RawBuilder, sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { registers } from '../schema.ts'

/** Whose registers answer for an area, and which of their services count. */
export interface Scope {
  readonly name: string
  readonly councils: readonly { readonly regulator: Regulator; readonly council: string; readonly name: string }[]
  /** Codes of the area and of those below it, where only services that stand in them count; null where councils count whole. */
  readonly within: readonly string[] | null
  /** Names of councils within the area, by code, whether a register of them is known or not. */
  readonly below: ReadonlyMap<string, string>
}

/** What was found in each transaction: a page asks for its area several times. */
const found = new WeakMap<Db, Map<string, Promise<Scope>>>()

/**
 * Finds the councils that answer for an area: itself where registers name it, else all that lie in it;
 * and for a smaller area the council in which it lies. Once in a transaction, one query for a council, two for other areas.
 */
export function scopeOf(db: Db, area: string): Promise<Scope> {
  const here = found.get(db) ?? new Map<string, Promise<Scope>>()
  const scope = here.get(area) ?? ofCouncil(db, area).then((known) => known ?? ofOther(db, area))
  found.set(db, here.set(area, scope))
  return scope
}

type FoundScope = Pick<Scope, 'name' | 'councils'>

/** Apart from other areas and first, because it is what nearly every page asks for, and by index takes no time. */
async function ofCouncil(db: Db, area: string): Promise<Scope | undefined> {
  const { rows } = await sql<Scope['councils'][number]>`${keptPlan}
    select distinct c.regulator, c.council, coalesce(a.name, c.council) as name
      from register_coverage c left join area a on a.code = c.council where c.council = ${area}`.execute(registers(db))
  const [first] = rows
  return first && { name: first.name, councils: rows, within: null, below: new Map() }
}

interface FoundOther extends FoundScope {
  readonly codes: readonly string[]
  readonly below: readonly { readonly code: string; readonly name: string }[]
  readonly around: FoundScope['councils']
}

async function ofOther(db: Db, area: string): Promise<Scope> {
  const known = (codes: string) => sql`coalesce((select json_agg(c) from (
    select distinct c.regulator, c.council, coalesce(a.name, c.council) as name
      from register_coverage c left join area a on a.code = c.council
      where c.council in (select code from ${sql.table(codes)})) c), '[]')`
  const { rows } = await sql<FoundOther>`${keptPlan}with recursive below (code) as (
      select ${area}::text
      union select m.code from area_parent m join below b on m.parent = b.code
    ), above (code) as (
      select ${area}::text
      union select m.parent from area_parent m join above a on m.code = a.code
    )
    select coalesce((select name from area where code = ${area}), ${area}) as name,
      (select json_agg(code) from below) as codes,
      coalesce((select json_agg(json_build_object('code', a.code, 'name', a.name) order by a.name)
        from area a join below b using (code) where a.kind = 'council' and a.code <> ${area}), '[]') as below,
      ${known('below')} as councils, ${known('above')} as around`.execute(registers(db))
  const { name = area, codes = [], below = [], councils = [], around = [] } = rows[0] ?? {}
  const whole = councils.length > 0
  return {
    name,
    councils: whole ? councils : around,
    within: whole ? null : codes,
    below: new Map(below.map((one) => [one.code, one.name])),
  }
}

/** The councils of a scope as rows `s`, said one by one so that the planner knows how few they are. */
export const councilsIn = ({ councils }: Scope): RawBuilder<unknown> =>
  councils.length === 0
    ? sql`(select null::text, null::text where false) as s (regulator, council)`
    : sql`(values ${sql.join(councils.map(({ regulator, council }) => sql`(${regulator}::text, ${council}::text)`))}) as s (regulator, council)`

/** The day that answers for each council: the latest of which its register is known, up to a day. */
export const daysOn = (scope: Scope, on: IsoDate | undefined): RawBuilder<unknown> => sql`(
    select c.* from ${councilsIn(scope)} cross join lateral (
      select * from register_coverage one
        where one.regulator = s.regulator and one.council = s.council ${on === undefined ? sql`` : sql`and one.as_of <= ${on}::date`}
        order by one.as_of desc limit 1
    ) c
  )`

/** Whether a place counts in a scope. */
export const counts = ({ within }: Scope, place: `${string}.place`): RawBuilder<unknown> =>
  within === null ? sql`true` : sql`${sql.ref(place)} = any(${within}::text[])`

/** The entries and details of adult active services in the registers of `days`, as `e` and `s`. */
export const adultServices = (scope: Scope, days: string): RawBuilder<unknown> => sql`
  ${sql.table(days)} d
    join register_entry e on e.regulator = d.regulator and e.council = d.council and e.as_of = d.as_of
    join register_detail s on s.id = e.detail_id and s.client_group = 'adults' and s.status = 'active'
      and ${counts(scope, 's.place')}`
