import { type Partnership, systemActor } from './core/auth/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { type Clock, londonDate } from './core/values/index.ts'
import { contractAt, contractsByReference, copyShared, shareContract } from './procurement/index.ts'

/** The invented contract with a lot for a neighbour. */
const shared = { lead: 'west-lothian', partner: 'east-lothian', contract: 'WL-SHARED-1', lot: '2' } as const

/** Shares the demonstration's contract that has a lot for a neighbour, and makes the neighbour's copy at once: nobody waits for a worker here. */
export async function shareInDemonstration(
  database: Database,
  partnerships: readonly Partnership[],
  clock: Clock,
): Promise<void> {
  const lead = partnerships.find(({ slug }) => slug === shared.lead)
  const partner = partnerships.find(({ slug }) => slug === shared.partner)
  if (!lead || !partner) return
  const actor = systemActor(lead.id)
  const at = clock.now()
  const contractId = await asActor(database, actor, async (db) => {
    const id = (await contractsByReference(db, lead.id)).get(shared.contract.toLowerCase())?.id
    const contract = id && (await contractAt(db, lead.id, { id }, { on: londonDate(at) }))
    const lot = contract ? contract.lots.find(({ number }) => number === shared.lot) : undefined
    const first = contract ? contract.terms[0]?.from : undefined
    if (!contract || !lot || !first) return undefined
    const part = { partnershipId: lead.id, contractId: contract.id, partnerId: partner.id, lotIds: [lot.id] }
    await shareContract(db, actor, { ...part, fromDay: first, at })
    return contract.id
  })
  if (contractId) await copyShared(database, clock, { partnershipId: lead.id, contractId, partnerId: partner.id })
}
