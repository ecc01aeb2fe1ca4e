import type { Partnership } from '../../../core/auth/index.ts'
import { nextReferences } from '../../../core/references/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { PersonOfFile } from '../package-of-file.ts'

/** Rows that one statement takes. */
const atOnce = 1000

/** The people of a file by the number of their record: those known here, and those added now, each once. */
export async function writePeople(
  { db, partnershipId: partnership_id, at }: Work,
  partnership: Partnership,
  people: readonly PersonOfFile[],
): Promise<ReadonlyMap<string, Id>> {
  const byRecord = new Map(people.map((person) => [person.ownReference, person]))
  const known = await brokerage(db)
    .selectFrom('person')
    .select(['id', 'own_reference'])
    .where('partnership_id', '=', partnership_id)
    .where('own_reference', 'in', [...byRecord.keys()])
    .execute()
  const ids = new Map(known.flatMap(({ id, own_reference }) => (own_reference ? [[own_reference, id] as const] : [])))
  const fresh = [...byRecord.values()].filter(({ ownReference }) => !ids.has(ownReference))
  const references = await nextReferences(db, partnership, 'PER', fresh.length)
  for (let from = 0; from < fresh.length; from += atOnce) {
    const some = fresh.slice(from, from + atOnce).map((person, index) => {
      return { person, id: newId(), reference: references[from + index] ?? '' }
    })
    await brokerage(db)
      .insertInto('person')
      .values(
        some.map(({ id, reference, person }) => ({
          ...{ partnership_id, id, reference, own_reference: person.ownReference, created_at: at, erased_at: null },
        })),
      )
      .execute()
    await brokerage(db)
      .insertInto('person_detail')
      .values(
        some.map(({ id, person }) => ({
          ...{ partnership_id, person_id: id, name: person.name, address: person.address, postcode: person.postcode },
          ...{ contacts: person.contacts, risks: person.risks },
        })),
      )
      .execute()
    for (const { id, person } of some) ids.set(person.ownReference, id)
  }
  return ids
}
