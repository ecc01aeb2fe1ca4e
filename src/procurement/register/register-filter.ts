import type { ContractKind } from '../contract-kind.ts'
import type { RegisterRow } from './listed-contract.ts'

/** What the register is narrowed by. */
export interface RegisterFilter {
  readonly kind?: ContractKind | undefined
  /** Key of a care group. */
  readonly careGroup?: string | undefined
  /** Letters of the title or of a reference. */
  readonly words?: string | undefined
}

/** The contracts that a filter leaves, in the order given. */
export function narrowed<Of extends RegisterRow>(
  contracts: readonly Of[],
  { kind, careGroup, words }: RegisterFilter,
): readonly Of[] {
  const letters = words?.toLowerCase()
  return contracts.filter(
    ({ detail, reference, ownReference }) =>
      (kind === undefined || detail.kind === kind) &&
      (careGroup === undefined || detail.careGroups.includes(careGroup)) &&
      (!letters || [detail.title, reference, ownReference].some((text) => text?.toLowerCase().includes(letters))),
  )
}
