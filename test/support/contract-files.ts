import { type Partnership, publicActor, systemActor } from '../../src/core/auth/index.ts'
import { partnershipBySlug } from '../../src/core/auth/partnership.ts'
import { asActor, type Database, type Db } from '../../src/core/db/index.ts'
import { fileInMemory, type SourceFile } from '../../src/core/import/index.ts'
import { contractsAt } from '../../src/procurement/queries/contract.ts'
import { procurement } from '../../src/procurement/schema/index.ts'
import { newPartnership } from './new-partnership.ts'
import { pictureRegister } from './register.ts'

const atHome = { care_service: 'Support Service', subtype: 'Care at Home', service_type: 'care-at-home', places: null }

/** A register with three providers of care at home, one of them with commas in its name. */
export const pictureThreeProviders = (database: Database): Promise<unknown> =>
  pictureRegister(database, {
    asOf: '2026-10-31',
    services: [
      {
        ...atHome,
        number: 'CS1',
        name: 'Example at Home',
        provider_number: 'SP1',
        provider_name: 'Example Care Limited',
      },
      { ...atHome, number: 'CS2', name: 'Sample', provider_number: 'SP2', provider_name: 'Smith, Sample & Co' },
      { ...atHome, number: 'CS3', name: 'Third', provider_number: 'SP3', provider_name: 'Third Care' },
    ],
  })

/** A partnership of its own for one test, whole. */
export async function freshPartnership(database: Database): Promise<Partnership> {
  const { slug } = await newPartnership(database)
  return asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
}

/** Lines as a file. */
export const csvFile = (...lines: string[]): SourceFile => fileInMemory('register.csv', lines.join('\n'))

/** Works as the product for a partnership. */
export const forPartnership = <T>(
  database: Database,
  { id }: Pick<Partnership, 'id'>,
  work: (db: Db) => Promise<T>,
): Promise<T> => asActor(database, systemActor(id), work)

/** All contracts of a partnership on a day, by their own reference, or their title where they have none. */
export const contractsByName = (database: Database, partnership: Pick<Partnership, 'id'>, on: string) =>
  forPartnership(database, partnership, async (db) => {
    const rows = await procurement(db)
      .selectFrom('contract as c')
      .select(['c.id', 'c.own_reference'])
      .where('c.partnership_id', '=', partnership.id)
      .orderBy('c.reference')
      .execute()
    const contracts = await contractsAt(
      db,
      partnership.id,
      rows.map(({ id }) => id),
      { on },
    )
    return new Map(contracts.map((contract, index) => [rows[index]?.own_reference ?? contract.detail.title, contract]))
  })
