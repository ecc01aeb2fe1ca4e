import type { Partnership } from '../../../core/auth/index.ts'
import { sqlState } from '../../../core/db/index.ts'
import { conflict, notFound } from '../../../core/errors/index.ts'
import { nextReference } from '../../../core/references/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { AskedPerson, RequestProblem } from '../asked-packages.ts'
import { districtOf, postcodeFrom } from '../district.ts'
import { personBy, personByRecord } from '../queries/person.ts'

type NewPerson = Exclude<AskedPerson, { readonly id: Id }>

/** Whom a request is for: known, and then locked so that two requests for them come one after the other; or new. */
interface Asked {
  readonly id: Id | null
  readonly person: NewPerson
  /** Of the postcode; empty when it is none, which is one of the problems. */
  readonly district: string
  readonly problems: readonly RequestProblem[]
}

/** Finds and checks whom a request is for; nothing is written. */
export async function personOf(work: Work, asked: AskedPerson): Promise<Asked> {
  const person = 'id' in asked ? await knownPerson(work, asked.id) : asked
  const district = districtOf(person.postcode) ?? ''
  const problems: RequestProblem[] = []
  if (district === '') problems.push({ at: 'person.postcode', sentence: 'Enter a full postcode, such as EH47 0AB' })
  if ('id' in asked) return { id: asked.id, person, district, problems }
  if (person.name.trim() === '') problems.push({ at: 'person.name', sentence: 'Enter the person’s name' })
  if (person.address.trim() === '') problems.push({ at: 'person.address', sentence: 'Enter the person’s address' })
  const same = person.ownReference ? await personByRecord(work.db, work.partnershipId, person.ownReference) : undefined
  if (same) problems.push({ at: 'person.ownReference', sentence: knownAs(same.reference) })
  return { id: null, person, district, problems }
}

const knownAs = (reference: string): string =>
  `This record is of somebody who is known here as ${reference}: find them, and ask for them`

async function knownPerson({ db, partnershipId }: Work, id: Id): Promise<NewPerson> {
  await brokerage(db)
    .selectFrom('person')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const found = await personBy(db, partnershipId, { id })
  if (!found) throw notFound('This person')
  return { ...found, ownReference: found.ownReference ?? '' }
}

/** Adds somebody with the least that a provider has to be told in the end. */
export async function savePerson(work: Work, partnership: Partnership, person: NewPerson): Promise<Id> {
  const { db, partnershipId: partnership_id, at } = work
  const id = newId()
  const reference = await nextReference(db, partnership, 'PER')
  await brokerage(db)
    .insertInto('person')
    .values({
      ...{ partnership_id, id, reference, own_reference: person.ownReference || null },
      ...{ created_at: at, erased_at: null },
    })
    .execute()
    .catch((error: unknown) => {
      if (sqlState(error) === '23505') throw conflict('A colleague has just added the person of this record.')
      throw error
    })
  await brokerage(db)
    .insertInto('person_detail')
    .values({
      ...{ partnership_id, person_id: id, name: person.name.trim(), address: person.address },
      ...{ postcode: postcodeFrom(person.postcode) ?? person.postcode },
      ...{ contacts: person.contacts, risks: person.risks },
    })
    .execute()
  work.told.push({ event: 'brokerage.person-added', subject: { kind: 'person', id }, payload: { reference } })
  return id
}
