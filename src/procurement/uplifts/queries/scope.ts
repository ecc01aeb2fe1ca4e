import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { careGroups } from '../../../providers/index.ts'
import type { Mistake } from '../../changes/forms/typed.ts'
import { nationalFrameworks } from '../../rates/queries/national.ts'
import { procurement } from '../../schema/index.ts'
import type { TypedRound } from '../forms.ts'
import type { UpliftScope } from '../uplift-terms.ts'

/** Finds what a round is about, or says which field names nothing. */
export async function scopeOf(
  db: Db,
  partnershipId: Id,
  about: TypedRound['about'],
): Promise<{ readonly scope: UpliftScope } | { readonly mistake: Mistake }> {
  if (about.kind === 'care-group') {
    const group = (await careGroups(db)).find(({ key }) => key === about.key)
    if (!group) return { mistake: { field: 'careGroup', sentence: 'Choose a care group' } }
    return { scope: { kind: 'care-group', key: group.key, name: group.name } }
  }
  if (about.kind === 'national') {
    const framework = (await nationalFrameworks(db)).find(({ key }) => key === about.key)
    if (!framework) return { mistake: { field: 'framework', sentence: 'Choose a national framework' } }
    return { scope: { kind: 'national', key: framework.key, title: framework.title } }
  }
  return contractScope(db, partnershipId, about)
}

async function contractScope(
  db: Db,
  partnershipId: Id,
  { reference, lot }: Extract<TypedRound['about'], { kind: 'contract' }>,
): Promise<{ readonly scope: UpliftScope } | { readonly mistake: Mistake }> {
  const contract = await procurement(db)
    .selectFrom('contract as c')
    .select(['c.id', 'c.shared_from_partnership'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.reference', '=', reference)
    .where('c.stage', '=', 'awarded')
    .executeTakeFirst()
  if (!contract)
    return { mistake: { field: 'contract', sentence: `There is no contract ${reference} in the register` } }
  if (contract.shared_from_partnership)
    return {
      mistake: { field: 'contract', sentence: 'This contract is led by another partnership, which sets its prices' },
    }
  if (lot === null) return { scope: { kind: 'contract', contractId: contract.id, reference } }
  const found = await procurement(db)
    .selectFrom('lot as l')
    .select(['l.id', 'l.number'])
    .where('l.partnership_id', '=', partnershipId)
    .where('l.contract_id', '=', contract.id)
    .where('l.number', '=', lot)
    .executeTakeFirst()
  if (!found) return { mistake: { field: 'lot', sentence: `Contract ${reference} has no lot ${lot}` } }
  return { scope: { kind: 'lot', contractId: contract.id, reference, lotId: found.id, lot: found.number } }
}
