import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { readSort, type Sort } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { careGroups } from '../../../providers/index.ts'
import type { AsAt } from '../as-at.ts'
import type { RegisterQuery } from '../forms.ts'
import { type ListedContract, listed, type WordableContract } from '../listed-contract.ts'
import { registerPageLength } from '../page-length.ts'
import type { Places } from '../places.ts'
import { chosen, type RegisterTally, tallyOf } from '../register-choice.ts'
import { narrowed } from '../register-filter.ts'
import { firstSort, sorted, sortKeys } from '../register-order.ts'
import { keptRegister } from './dated-register.ts'
import { placesOf } from './places.ts'

/** What the register holds, before any of it is put in words. */
export interface RegisterContent {
  /** The contracts chosen, in their order: all of them. */
  readonly contracts: readonly WordableContract[]
  /** Of all that the filters leave and that are live. */
  readonly tally: RegisterTally
  /** How it is sorted. */
  readonly sort: Sort
  /** Names of care groups by their keys, in their order. */
  readonly careGroups: ReadonlyMap<string, string>
}

/** Reads the register as asked, in a number of queries that does not grow with it. */
export async function registerContent(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'nation'>,
  asked: Pick<RegisterQuery, 'q' | 'kind' | 'group' | 'show' | 'sort'>,
  time: AsAt,
): Promise<RegisterContent> {
  const filter = { kind: asked.kind, careGroup: asked.group, words: asked.q }
  const contracts = narrowed(await keptRegister(db, partnership, time), filter)
  const groups = await careGroups(db)
  const sort = readSort(asked.sort, sortKeys, firstSort)
  return {
    contracts: sorted(chosen(contracts, asked.show, time.on), sort),
    tally: tallyOf(contracts, time.on),
    sort,
    careGroups: new Map(groups.map(({ key, name }) => [key, name])),
  }
}

/** One page of the register, in words, with the lots and providers of its contracts. */
export async function registerPage(
  db: Db,
  partnershipId: Id,
  content: RegisterContent,
  page: number,
  time: AsAt,
): Promise<{ readonly rows: readonly ListedContract[]; readonly places: ReadonlyMap<Id, Places> }> {
  const rows = content.contracts.slice((page - 1) * registerPageLength, page * registerPageLength)
  const ids = rows.map(({ id }) => id)
  return { rows: rows.map(listed), places: await placesOf(db, partnershipId, ids, time) }
}
