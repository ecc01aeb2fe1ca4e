import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Somebody whose data is held, or was: what an administrator sees of them. */
export interface HeldPerson {
  readonly id: Id
  readonly reference: string
  readonly ownReference: string | null
  /** null once they are erased. */
  readonly name: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly createdAt: Date
  readonly erasedAt: Date | null
}

/** Every reference by which somebody is known elsewhere in the partnership. */
export const referencesOf = ({ reference, ownReference }: Pick<HeldPerson, 'reference' | 'ownReference'>): string[] =>
  ownReference === null ? [reference] : [reference, ownReference]

/** Somebody by reference, erased or not; undefined when the partnership has none such. */
export const heldPerson = (db: Db, partnershipId: Id, reference: string): Promise<HeldPerson | undefined> =>
  brokerage(db)
    .selectFrom('person as p')
    .leftJoin('person_detail as d', (join) =>
      join.onRef('d.partnership_id', '=', 'p.partnership_id').onRef('d.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.reference', 'p.own_reference as ownReference', 'd.name', 'd.address', 'd.postcode'])
    .select(['p.created_at as createdAt', 'p.erased_at as erasedAt'])
    .where('p.partnership_id', '=', partnershipId)
    .where('p.reference', '=', reference)
    .executeTakeFirst()

/** How much of somebody stands where: rows by what they are about. */
export async function heldCounts(db: Db, partnershipId: Id, personId: Id) {
  const count = (table: string, of: string) =>
    sql.raw<number>(`(select count(*)::integer from ${table} t where t.partnership_id = p.partnership_id and ${of})`)
  const mine = 't.person_id = p.id'
  const packages = 'select c.id from care_package c where c.partnership_id = p.partnership_id and c.person_id = p.id'
  const { rows } = await sql<{ packages: number; offers: number; told: number; placements: number; spells: number }>`
    select ${count('care_package', mine)} as packages,
      ${count('offer', `t.package_id in (${packages})`)} as offers,
      ${count('reveal', `${mine} and t.withdrawn_at is null`)} as told,
      ${count('placement', mine)} as placements, ${count('unmet_spell', mine)} as spells
    from person p where p.partnership_id = ${partnershipId} and p.id = ${personId}`.execute(brokerage(db))
  return rows[0] ?? { packages: 0, offers: 0, told: 0, placements: 0, spells: 0 }
}
