import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { ChangeContext } from '../../changes/change-context.ts'
import { type ContractToEnter, decideImports, importAwards } from '../../changes/commands/import-awards.ts'
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

/** What became of a row: it was taken, with what is odd about it, or what is wrong with it. */
export type Taken = { readonly odd: readonly Remark[] } | { readonly problems: readonly Remark[] }

/** Enters contracts of a file in the register, each after the one that it follows; what became of each, in their order. */
export async function takeContracts(
  db: Db,
  taking: TakingContracts,
  rows: readonly ContractOfFile[],
  standing: ReadonlyMap<string, { readonly id: Id }>,
): Promise<Taken[]> {
  const { partnership, actor, file, at } = taking
  const today = londonDate(at)
  const told: { row: ContractOfFile; found: SuppliersOfRow }[] = []
  for (const row of rows) told.push({ row, found: await suppliersOfRow(taking, row) })
  const decided = await decideImports(
    db,
    { partnership, at },
    told.map(({ row, found }) =>
      awardOfRow(row, [...found.suppliers.keys()], { areaCode: partnership.areaCode, today }),
    ),
  )
  const ids = new Map([...standing].map(([reference, { id }]) => [reference, id]))
  const contracts: ContractToEnter[] = []
  const taken = told.map(({ row, found }, index): Taken => {
    const { award, context, refusal } = decided[index] as (typeof decided)[number]
    if (refusal) return { problems: [{ column: null, reason: refusal.sentence }] }
    const id = newId()
    const followsId = ids.get(row.follows.toLowerCase()) ?? null
    if (row.reference !== '') ids.set(row.reference.toLowerCase(), id)
    const said: Imported<ContractOfFile> = { kind: 'import', of: 'contract', rows: [row] }
    const { source, published } = row
    const ownReference = row.reference || null
    const reason = importReason(file)
    contracts.push({ id, award, context, reason, said, followsId, source, ownReference, published })
    return { odd: [...followed(row, followsId), ...found.odd, ...unconfirmed(found.suppliers, context)] }
  })
  await importAwards(db, actor, { partnership, at }, contracts)
  return taken
}

const followed = ({ follows }: ContractOfFile, followsId: Id | null): Remark[] =>
  follows === '' || followsId !== null
    ? []
    : [{ column: 'follows', reason: `There is no contract “${follows}” for it to follow: left out.` }]

interface SuppliersOfRow {
  /** Names by organisation. */
  readonly suppliers: ReadonlyMap<Id, string>
  readonly odd: readonly Remark[]
}

async function suppliersOfRow(taking: TakingContracts, row: ContractOfFile): Promise<SuppliersOfRow> {
  const { names, nobody } = suppliersOf(row.suppliers, taking.isKnown)
  const odd: Remark[] = nobody.map((words) => ({ column, reason: `“${words}” names no supplier: left out.` }))
  const suppliers = new Map<Id, string>()
  for (const name of names) {
    const provider = await taking.find({ name, number: '' })
    if ('refused' in provider) odd.push({ column, reason: provider.refused })
    else suppliers.set(provider.id, name)
    if ('remark' in provider && provider.remark !== null) odd.push({ column, reason: provider.remark })
  }
  return { suppliers, odd }
}

const column = 'suppliers'

/** Those whom the law wants registered for this and whom no register here names. */
const unconfirmed = (suppliers: ReadonlyMap<Id, string>, { places }: ChangeContext): Remark[] =>
  [...suppliers].flatMap(([id, name]) => {
    const isUnknown = [...places].some(([key, may]) => key.startsWith(id) && !may.allowed)
    return isUnknown ? [{ column, reason: unconfirmedWords(name) }] : []
  })
