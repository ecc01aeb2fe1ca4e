import type { Actor } from '../../src/core/auth/index.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import type { Id, IsoDate } from '../../src/core/values/index.ts'
import { contractAt } from '../../src/procurement/queries/contract.ts'
import { endEnhancement, enhancePrice } from '../../src/procurement/rates/commands/enhance.ts'

/** Decides on a higher price for one person's care with the lead of a contract's first lot; gives what ends it. */
export async function higherPrice(
  database: Database,
  actor: Actor,
  asked: { partnershipId: Id; contractId: Id; person: string; evidence: string; from: IsoDate; at: Date },
) {
  const { partnershipId, contractId, person, evidence, from, at } = asked
  const act = <Outcome extends { readonly outcome: string }>(
    what: (db: Parameters<typeof enhancePrice>[0], said: Parameters<typeof endEnhancement>[2]) => Promise<Outcome>,
    id = '',
  ) =>
    asActor(database, actor, async (db) => {
      const contract = await contractAt(db, partnershipId, { id: contractId }, { on: from })
      if (!contract) throw new Error('There is no such contract.')
      return what(db, { partnershipId, contract, reason: `Panel about ${evidence}`, at, id, from })
    })
  const made = await act((db, { contract, ...said }) => {
    const lotProviderId = contract.lots[0]?.standings[0]?.lotProviderId ?? ''
    const price = { lotProviderId, personReference: person, basisPoints: 500, evidence, reviewOn: '2027-01-01' }
    return enhancePrice(db, actor, { ...said, contract, asked: { ...price, from, until: null } })
  })
  if (made.outcome !== 'applied') throw new Error(`Not enhanced: ${made.sentence}`)
  return { end: (on: IsoDate) => act((db, said) => endEnhancement(db, actor, { ...said, from: on }), made.id) }
}
