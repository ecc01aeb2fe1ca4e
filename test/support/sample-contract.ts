import { type Actor, type Partnership, type Role, systemActor } from '../../src/core/auth/index.ts'
import { partnershipById } from '../../src/core/auth/partnership.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import { type Id, newId } from '../../src/core/values/index.ts'
import type { NewLot, NewRate } from '../../src/procurement/change.ts'
import { awardContract } from '../../src/procurement/changes/commands/award-contract.ts'
import type { ImportedAward } from '../../src/procurement/changes/imported-award.ts'
import type { Contract, ContractDetail } from '../../src/procurement/contract.ts'
import { contractAt } from '../../src/procurement/queries/contract.ts'
import { addOrganisation } from '../../src/providers/index.ts'
import { organisations } from '../../src/providers/organisations/schema.ts'
import { newPartnership } from './new-partnership.ts'

/** When sample contracts are awarded, a year into their term. */
export const awardedAt = new Date('2026-03-02T10:00:00Z')

let made = 0

/** An organisation for one test, known to the regulators unless it is said not to be. */
export async function newProvider(
  database: Database,
  { registered = true }: { registered?: boolean } = {},
): Promise<{ id: Id; name: string }> {
  made += 1
  const name = `Example Care ${made} Ltd`
  return asActor(database, systemActor(), async (db) => {
    const { id } = await addOrganisation(db, awardedAt, name)
    if (registered)
      for (const regulator of ['care-inspectorate', 'cqc'] as const)
        await organisations(db)
          .insertInto('organisation_registration')
          .values({
            id: newId(),
            organisation_id: id,
            regulator,
            provider_number: `SP9${made}${process.pid}`,
            told_at: awardedAt,
          })
          .execute()
    return { id, name }
  })
}

/** Someone who works for a partnership in some roles. */
export const staffOf = (partnership: Pick<Partnership, 'id'>, ...roles: Role[]): Actor => ({
  kind: 'staff',
  accountId: newId(),
  partnershipId: partnership.id,
  roles,
})

/** What may be said of a contract for care at home. */
export const sampleDetail: ContractDetail = {
  title: 'Care at home',
  kind: 'framework',
  method: 'restricted',
  marketArea: null,
  serviceType: 'care-at-home',
  careGroups: [],
  decidedBy: 'partnership',
  nationalFramework: null,
  allocation: 'Service matching unit',
  monitoring: 'Every three months',
  noticeMonths: 3,
  reviewMonths: 12,
  lastReviewedOn: null,
  yearlyPence: 1_000_000_00,
  yearlyBasis: 'budget',
  blockUnits: null,
  blockMinimum: null,
  blockUnit: null,
  successorFrom: null,
  successorUntil: null,
  note: '',
}

/** An hour's price of one provider. */
export const sampleRate = (organisationId: Id | null, pence: number | null, over: Partial<NewRate> = {}): NewRate => ({
  organisationId,
  basis: organisationId === null ? 'harmonised' : 'tendered',
  unit: 'hour',
  visitMinutes: null,
  dayType: 'any',
  level: '',
  includes: '',
  yearlyUnits: 10_000,
  pence,
  ...over,
})

/** A lot in which the first provider leads, the second steps in, and each has its price under a cap of £25 an hour. */
export const sampleLot = (providers: readonly Id[], over: Partial<NewLot> = {}): NewLot => ({
  number: '1',
  name: 'Example ward',
  serviceType: null,
  areas: ['S12000040'],
  needsLead: true,
  caps: [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 2500 }],
  standings: providers.map((organisationId, index) => ({
    organisationId,
    role: index === 0 ? 'lead' : 'fallback',
    rank: index + 1,
  })),
  rates: providers.map((organisationId, index) => sampleRate(organisationId, 2100 + index * 50)),
  ...over,
})

/** From April 2025 for three years, with "two years, year by year": two options. */
export const sampleAward = (lots: readonly NewLot[], over: Partial<ImportedAward> = {}): ImportedAward => ({
  kind: 'award',
  detail: sampleDetail,
  term: { from: '2025-04-01', until: '2028-04-01' },
  options: [
    { from: '2028-04-01', until: '2029-04-01', decideBy: '2027-10-01' },
    { from: '2029-04-01', until: '2030-04-01', decideBy: '2028-10-01' },
  ],
  lots,
  ...over,
})

/** A partnership with one contract, its two providers, a third beside them, and people of three roles. */
export async function awardedContract(
  database: Database,
  over: Partial<ImportedAward> = {},
  lot: Partial<NewLot> = {},
) {
  const { id } = await newPartnership(database)
  const providers = [await newProvider(database), await newProvider(database), await newProvider(database)] as const
  const [lead, fallback, other] = providers
  const partnership = await asActor(database, systemActor(id), (db) => partnershipById(db, id))
  const commissioner = staffOf(partnership, 'commissioner')
  const officer = staffOf(partnership, 'contracts-officer')
  const award = sampleAward([sampleLot([lead.id, fallback.id], lot)], over)
  const contract = await asActor(database, commissioner, async (db) => {
    const outcome = await awardContract(db, commissioner, {
      partnership,
      award,
      effectiveOn: award.term.from,
      reason: 'Tender of 2025',
      through: 'award',
      published: true,
      at: awardedAt,
    })
    if (outcome.outcome !== 'applied') throw new Error(`Not awarded: ${JSON.stringify(outcome)}`)
    const found = await contractAt(db, partnership.id, { id: outcome.contractId }, { on: '2026-06-01' })
    if (!found) throw new Error('An awarded contract is not in the register.')
    return found
  })
  const read = (contractId: Id, on: string, known?: Date): Promise<Contract> =>
    asActor(database, systemActor(id), async (db) => {
      const found = await contractAt(db, id, { id: contractId }, { on, known })
      if (!found) throw new Error('The contract is gone.')
      return found
    })
  /** The contract as it is now, or as it was known. */
  const now = Object.assign((known?: Date) => read(contract.id, '2026-06-01', known), {
    /** Another one of the partnership. */
    of: (contractId: Id) => read(contractId, '2026-06-01'),
    on: (day: string) => read(contract.id, day),
  })
  return { partnership, contract, lead, fallback, other, commissioner, officer, now }
}
