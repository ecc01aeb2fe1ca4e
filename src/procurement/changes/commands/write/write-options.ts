import type { Db } from '../../../../core/db/index.ts'
import { rangeOf } from '../../../../core/history/period.ts'
import { type Id, type IsoDate, newId } from '../../../../core/values/index.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import type { Writing } from './writing.ts'

/** Writes the options of a contract in their order, none of them decided. */
export async function writeOptions(
  db: Db,
  writing: Writing,
  options: readonly (Days & { readonly decideBy: IsoDate | null })[],
): Promise<Id[]> {
  const rows = options.map((option, index) => ({
    partnership_id: writing.partnershipId,
    id: newId(),
    contract_id: writing.contractId,
    position: index + 1,
    days: rangeOf(option),
    decide_by: option.decideBy,
    decision: 'open' as const,
    decided_on: null,
    known_from: writing.at,
    decided_at: null,
    change_id: writing.changeId,
    published: false,
    parties: [],
  }))
  if (rows.length > 0) await procurement(db).insertInto('extension_option').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** Writes what was decided of an option. */
export async function decideOption(
  db: Db,
  { partnershipId, changeId, at }: Writing,
  { optionId, decision, on }: { readonly optionId: Id; readonly decision: 'taken' | 'declined'; readonly on: IsoDate },
): Promise<void> {
  await procurement(db)
    .updateTable('extension_option')
    .set({ decision, decided_on: on, decided_at: at, change_id: changeId })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', optionId)
    .execute()
}
