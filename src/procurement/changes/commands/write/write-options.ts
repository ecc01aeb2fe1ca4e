import type { Db } from '../../../../core/db/index.ts'
import { rangeOf } from '../../../../core/history/period.ts'
import type { Id, IsoDate } from '../../../../core/values/index.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import { inSlices, type Writing, type Written } from './writing.ts'

/** An option as it is first written down; one that was taken long ago says so at once. */
export interface NewOption extends Days, Written {
  readonly id: Id
  /** Its place among the options of its contract, from one. */
  readonly position: number
  readonly decideBy: IsoDate | null
  /** The day on which it was taken. */
  readonly takenOn: IsoDate | null
}

/** Writes options of contracts. */
export async function writeOptions(db: Db, options: readonly NewOption[]): Promise<void> {
  await inSlices(options, (slice) =>
    procurement(db)
      .insertInto('extension_option')
      .values(
        slice.map(({ writing, takenOn, ...option }) => ({
          partnership_id: writing.partnershipId,
          id: option.id,
          contract_id: writing.contractId,
          position: option.position,
          days: rangeOf(option),
          decide_by: option.decideBy,
          decision: takenOn === null ? ('open' as const) : ('taken' as const),
          decided_on: takenOn,
          known_from: writing.at,
          decided_at: takenOn && writing.at,
          change_id: writing.changeId,
          published: false,
          parties: [],
        })),
      )
      .execute(),
  )
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
