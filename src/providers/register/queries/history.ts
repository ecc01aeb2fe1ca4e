import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Regulator } from '../regulator.ts'
import { type RegisterDetail, registers } from '../schema.ts'
import { type HistoryEvent, historyOf } from '../service-history.ts'
import { lineOf } from '../succession.ts'
import { type StandingSuccession, successionsOf } from './succession.ts'

/** A service over all registers, with those that it goes on from and that go on from it. */
export interface ServiceHistory {
  readonly regulator: Regulator
  readonly number: string
  /** What the last register that names it says. */
  readonly latest: RegisterDetail
  readonly latestOn: IsoDate
  /** Whether the latest register of its council still names it. */
  readonly present: boolean
  readonly demonstration: boolean
  readonly sourceKey: string
  /** The oldest first. */
  readonly events: readonly HistoryEvent[]
  /** Codes of areas that its registers name, with their names. */
  readonly areaNames: ReadonlyMap<string, string>
  /** The successions of its line, the latest first. */
  readonly line: readonly StandingSuccession[]
}

interface Found {
  readonly pictures: readonly { readonly asOf: IsoDate; readonly detail: string }[]
  readonly details: readonly (RegisterDetail & { readonly id: string })[]
  readonly covered: readonly { readonly asOf: IsoDate; readonly sourceKey: string; readonly demonstration: boolean }[]
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

/** Everything that registers ever said of one service; "not found" when none names it. Two queries. */
export async function serviceHistory(db: Db, regulator: Regulator, number: string): Promise<ServiceHistory> {
  const { rows } = await sql<Found>`with
      pictured as (select * from register_entry where regulator = ${regulator} and number = ${number}),
      said as (select s.* from register_detail s where s.id in (select detail_id from pictured))
    select
      coalesce((select json_agg(json_build_object('asOf', as_of, 'detail', detail_id) order by as_of) from pictured), '[]') as pictures,
      coalesce((select json_agg(s) from said s), '[]') as details,
      coalesce((select json_agg(json_build_object('asOf', c.as_of, 'sourceKey', c.source_key,
          'demonstration', c.demonstration) order by c.as_of) from register_coverage c
        where c.regulator = ${regulator} and c.council in (select council from pictured)
          and c.as_of >= (select min(as_of) from pictured)), '[]') as covered,
      coalesce((select json_agg(json_build_object('code', a.code, 'name', a.name)) from area a
        where a.code in (select place from said union select council from said)), '[]') as areas`.execute(registers(db))
  const { pictures = [], details = [], covered = [], areas = [] } = rows[0] ?? {}
  const byId = new Map(details.map((detail) => [detail.id, detail]))
  const seen = pictures.flatMap(({ asOf, detail }) => {
    const said = byId.get(detail)
    return said ? [{ asOf, detail: said }] : []
  })
  const last = seen.at(-1)
  const day = covered.find(({ asOf }) => asOf === last?.asOf)
  if (!last || !day) throw notFound('This service', 'No register that was imported names it.')
  const standing = await successionsOf(db, regulator)
  const { earlier, later } = lineOf(standing, number)
  const numbers = new Set([number, ...earlier, ...later])
  return {
    regulator,
    number,
    latest: last.detail,
    latestOn: last.asOf,
    present: covered.at(-1)?.asOf === last.asOf,
    demonstration: day.demonstration,
    sourceKey: day.sourceKey,
    events: historyOf(
      seen,
      covered.map(({ asOf }) => asOf),
    ),
    areaNames: new Map(areas.map(({ code, name }) => [code, name])),
    line: standing.filter((one) => numbers.has(one.number) && numbers.has(one.earlierNumber)),
  }
}
