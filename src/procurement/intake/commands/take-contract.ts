import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { dutyToRegister, registrationsOf } from '../../../providers/index.ts'
import { awardContract } from '../../changes/commands/award-contract.ts'
import { awardOfRow } from '../contract-award.ts'
import type { ContractOfFile } from '../contract-of-file.ts'
import { importReason } from '../import-reason.ts'
import type { Remark } from '../plain-row.ts'
import type { Imported } from '../queries/imported-rows.ts'
import { suppliersOf } from '../suppliers.ts'
import type { ProviderFinder } from './name-providers.ts'
import { unconfirmedWords } from './place-provider.ts'

/** What all rows of one file share. */
export interface TakingContracts {
  readonly partnership: Partnership
  readonly actor: Actor
  readonly file: string
  readonly at: Date
  readonly find: ProviderFinder
  /** Whether a name with a comma is one company's. */
  readonly isKnown: (name: string) => boolean
}

/** What became of a row: the contract that it made, or what is wrong with it. */
export type Taken =
  | { readonly id: Id; readonly reference: string; readonly odd: readonly Remark[] }
  | { readonly problems: readonly Remark[] }

/** Enters one contract of a file in the register. */
export async function takeContract(
  db: Db,
  taking: TakingContracts,
  row: ContractOfFile,
  followsId: Id | null,
): Promise<Taken> {
  const { partnership, actor, file, at } = taking
  const { suppliers, odd } = await suppliersOfRow(db, taking, row)
  const award = awardOfRow(row, suppliers, { areaCode: partnership.areaCode, today: londonDate(at) })
  const said: Imported<ContractOfFile> = { kind: 'import', of: 'contract', rows: [row] }
  const outcome = await awardContract(db, actor, {
    partnership,
    award,
    effectiveOn: award.term.from,
    reason: importReason(file),
    followsId,
    source: row.source,
    ownReference: row.reference || null,
    published: row.published,
    through: 'import',
    said,
    at,
  })
  if (outcome.outcome === 'applied') return { id: outcome.contractId, reference: outcome.reference, odd }
  const reason = outcome.outcome === 'refused' ? outcome.sentence : 'Somebody changed this contract meanwhile.'
  return { problems: [{ column: null, reason }] }
}

async function suppliersOfRow(
  db: Db,
  taking: TakingContracts,
  row: ContractOfFile,
): Promise<{ suppliers: Id[]; odd: Remark[] }> {
  const column = 'suppliers'
  const { names, nobody } = suppliersOf(row.suppliers, taking.isKnown)
  const odd: Remark[] = nobody.map((words) => ({ column, reason: `“${words}” names no supplier: left out.` }))
  const found = new Map<Id, string>()
  for (const name of names) {
    const provider = await taking.find({ name, number: '' })
    if ('refused' in provider) odd.push({ column, reason: provider.refused })
    else found.set(provider.id, name)
    if ('remark' in provider && provider.remark !== null) odd.push({ column, reason: provider.remark })
  }
  const unconfirmed = await unconfirmedOf(db, taking, row, [...found.keys()])
  odd.push(...unconfirmed.map((id) => ({ column, reason: unconfirmedWords(found.get(id) ?? '') })))
  return { suppliers: [...found.keys()], odd }
}

/** Those whom the law wants registered for this and whom no register here names. */
async function unconfirmedOf(
  db: Db,
  { partnership, at }: TakingContracts,
  row: ContractOfFile,
  ids: readonly Id[],
): Promise<Id[]> {
  const today = londonDate(at)
  const on = row.start !== null && row.start > today ? row.start : today
  const duty = ids.length > 0 ? await dutyToRegister(db, partnership.nation, row.detail.serviceType, on) : null
  if (duty === null) return []
  const registrations = await registrationsOf(db, ids)
  const registered = new Set(
    registrations.filter(({ regulator }) => regulator === duty.regulator).map(({ organisationId }) => organisationId),
  )
  return ids.filter((id) => !registered.has(id))
}
