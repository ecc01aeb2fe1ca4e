import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Duty } from '../registration.ts'
import { organisations } from '../schema.ts'

/** With whom the law of a nation wants a kind of service registered on a day; null when it does not, or no kind is known. */
export async function dutyToRegister(
  db: Db,
  nation: 'scotland' | 'england',
  serviceType: string | null,
  on: IsoDate,
): Promise<Duty | null> {
  if (serviceType === null) return null
  const found = await organisations(db)
    .selectFrom('registration_duty as d')
    .select(['d.regulator', 'd.source'])
    .where('d.nation', '=', nation)
    .where('d.service_type_key', '=', serviceType)
    .where(sql<boolean>`d.valid @> ${on}::date`)
    .executeTakeFirst()
  return found ?? null
}
