import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { ServiceType } from '../../term.ts'
import { type RegisterSummary, summaryOf } from '../register-summary.ts'
import { registers } from '../schema.ts'
import type { AreaTally, TallyRow } from '../tally.ts'
import { counts, daysOn, scopeOf } from './scope.ts'

/** A tally with all service types, in the order of lists. */
export interface TallyWithTypes extends AreaTally {
  readonly types: readonly ServiceType[]
}

/** The columns of a row and what they are called here. Rows come as arrays: hundreds of them are half as long without names. */
const columns = Object.entries({
  regulator: 'regulator',
  council: 'council',
  place: 'place',
  careService: 'care_service',
  serviceType: 'service_type',
  sectorWord: 'sector_word',
  sector: 'sector',
  inHouse: 'in_house',
  providerSize: 'provider_size',
  lowestGrade: 'lowest_grade',
  services: 'services',
  places: 'places',
  beds: 'beds',
} satisfies Record<keyof TallyRow, string>)

const rowOf = (cells: readonly unknown[]): TallyRow =>
  Object.fromEntries(columns.map(([name], at) => [name, cells[at]])) as unknown as TallyRow

/**
 * The adult active services of an area, counted by every dimension: of its register on a day, or of the latest.
 * Undefined when no register of it is known by then.
 */
export async function tallyOf(db: Db, area: string, on?: IsoDate): Promise<TallyWithTypes | undefined> {
  const scope = await scopeOf(db, area)
  if (scope.councils.length === 0) return undefined
  // All rows as one JSON text: the embedded engine's driver takes longer over hundreds of rows than over the query.
  const { rows: answers } = await sql<
    Pick<TallyWithTypes, 'days' | 'types'> & { rows: readonly unknown[][] }
  >`${keptPlan}with days as ${daysOn(scope, on)}
    select
      coalesce((select json_agg(json_build_object('regulator', d.regulator, 'council', d.council, 'asOf', d.as_of,
          'sourceKey', d.source_key, 'demonstration', d.demonstration) order by d.council) from days d), '[]') as days,
      (select json_agg(json_build_object('key', k.key, 'name', k.name, 'otherNames', k.other_names,
          'countedInPlaces', k.counted_in_places, 'livedIn', k.lived_in) order by k.position) from service_type k) as types,
      coalesce((select json_agg(json_build_array(${sql.join(columns.map(([, column]) => sql.ref(`t.${column}`)))}))
        from days d join register_tally t on t.regulator = d.regulator and t.council = d.council and t.as_of = d.as_of
          and ${counts(scope, 't.place')}), '[]') as rows`.execute(registers(db))
  const { days: found = [], rows = [], types = [] } = answers[0] ?? {}
  const nameOf = (code: string) => scope.councils.find(({ council }) => council === code)?.name ?? code
  const days = found.map((day) => ({ ...day, councilName: nameOf(day.council) }))
  const latest = days.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
  if (!latest) return undefined
  const { asOf, regulator, sourceKey } = latest
  const known = new Set(days.map(({ council }) => council))
  const missing = [...scope.below].flatMap(([code, name]) => (known.has(code) ? [] : [name]))
  const demonstration = days.some((day) => day.demonstration)
  const about = { area: { code: area, name: scope.name }, asOf, regulator, sourceKey, demonstration }
  return { ...about, days, missing, rows: rows.map(rowOf), types }
}

/** The register of an area on a day in a few numbers; "not found" when none is known by then. */
export async function registerSummary(
  db: Db,
  { area, asOf }: { readonly area: string; readonly asOf: IsoDate },
): Promise<RegisterSummary> {
  const tally = await tallyOf(db, area, asOf)
  if (!tally) throw noRegister(area, asOf)
  return summaryOf(tally)
}

/** Why a question about a register has no answer. */
export const noRegister = (area: string, on: IsoDate) =>
  notFound(`A register of ${area} on or before ${longDate(on)}`, 'Import one, or ask for a later day.')
