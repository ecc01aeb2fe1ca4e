import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Somebody who needs care, as far as the work needs it. */
export interface Person {
  readonly id: Id
  readonly reference: string
  /** The number of the social work record. */
  readonly ownReference: string | null
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly contacts: string
  readonly risks: string
}

const people = (db: Db, partnershipId: Id) =>
  brokerage(db)
    .selectFrom('person as p')
    .innerJoin('person_detail as d', (join) =>
      join.onRef('d.partnership_id', '=', 'p.partnership_id').onRef('d.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.reference', 'p.own_reference as ownReference'])
    .select(['d.name', 'd.address', 'd.postcode', 'd.contacts', 'd.risks'])
    .where('p.partnership_id', '=', partnershipId)

/** One person of the partnership; undefined when there is none, or when they were erased. */
export const personBy = (
  db: Db,
  partnershipId: Id,
  which: { readonly id: Id } | { readonly reference: string },
): Promise<Person | undefined> =>
  people(db, partnershipId)
    .where((where) => ('id' in which ? where('p.id', '=', which.id) : where('p.reference', '=', which.reference)))
    .executeTakeFirst()

/** The person of a social work record, whom nobody should enter twice. */
export const personByRecord = (db: Db, partnershipId: Id, ownReference: string): Promise<Person | undefined> =>
  people(db, partnershipId).where('p.own_reference', '=', ownReference).executeTakeFirst()

/** As many as a list shows to choose from. */
const most = 10

/** People whose reference or record is what was typed, or whose name or postcode holds it; the first few, by name. */
export async function peopleLike(
  db: Db,
  partnershipId: Id,
  typed: string,
): Promise<{ readonly people: Person[]; readonly more: boolean }> {
  const pattern = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const exact = typed.toUpperCase()
  const found = await people(db, partnershipId)
    .where((where) =>
      where.or([
        where('p.reference', '=', exact),
        where('p.own_reference', '=', typed),
        where('d.name', 'ilike', pattern),
        where('d.postcode', 'ilike', pattern),
      ]),
    )
    .orderBy('d.name')
    .orderBy('p.reference')
    .limit(most + 1)
    .execute()
  return { people: found.slice(0, most), more: found.length > most }
}
