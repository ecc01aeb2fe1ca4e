import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Regulator } from '../register/regulator.ts'
import type { RegulatorTerm } from '../regulator-term.ts'
import { providers } from '../schema.ts'

/** Whose words are wanted, and on which day; all of all days without. */
export interface RegulatorTermFilter {
  readonly regulator?: Regulator
  readonly on?: IsoDate
}

/** What regulators' words mean, the first meaning first. */
export function regulatorTerms(db: Db, { regulator, on }: RegulatorTermFilter = {}): Promise<RegulatorTerm[]> {
  let query = providers(db)
    .selectFrom('regulator_term as t')
    .select(['t.regulator', 't.kind', 't.words', 't.qualifier', 't.term_key as termKey'])
    .select([
      sql<IsoDate | null>`lower(t.valid)::text`.as('validFrom'),
      // The database keeps the day after the last.
      sql<IsoDate | null>`(upper(t.valid) - 1)::text`.as('validTo'),
    ])
    .orderBy('t.position')
  if (regulator) query = query.where('t.regulator', '=', regulator)
  if (on) query = query.where(sql<boolean>`t.valid @> ${on}::date`)
  return query.execute()
}
