import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { ChangeContext } from '../change-context.ts'
import { awardWorth } from '../change-worth.ts'
import { decideAward } from '../decide-award.ts'
import type { Refusal } from '../decision.ts'
import type { ImportedAward } from '../imported-award.ts'
import { changeContexts } from '../queries/change-context.ts'
import { awardRule, questionOf, storyOf } from './award-contract.ts'
import { inWords } from './refused-by-database.ts'
import { type DecidedChange, enterChanges } from './write/begin-change.ts'
import { finishChanges } from './write/finish-change.ts'
import { type NewContract, writeContracts } from './write/write-contract.ts'
import { writeAwards } from './write-award.ts'

/** Whose contracts are entered, and when. */
export interface Entering {
  readonly partnership: Partnership
  readonly at: Date
}

/** What the rule says of an award, and what it looked at. */
export interface DecidedAward {
  readonly context: ChangeContext
  readonly refusal: Refusal | undefined
}

/** Decides on contracts that others awarded long ago and that are written down now, many at once. */
export async function decideImports(
  db: Db,
  { partnership, at }: Entering,
  awards: readonly ImportedAward[],
): Promise<(DecidedAward & { readonly award: ImportedAward })[]> {
  const contexts = await changeContexts(db, { partnership, through: 'import', at }, awards.map(questionOf))
  return awards.flatMap((award, index) => {
    const context = contexts[index]
    return context ? [{ award, context, refusal: decideAward(award, context) }] : []
  })
}

/** A contract that others awarded, which the rule does not refuse. */
export interface ContractToEnter extends NewContract {
  readonly id: Id
  readonly award: ImportedAward
  readonly context: ChangeContext
  readonly reason: string
  /** What its file says. */
  readonly said: unknown
}

/** Enters contracts that others awarded, each with a change, a first version and an entry of its own. */
export async function importAwards(
  db: Db,
  actor: Actor,
  { partnership, at }: Entering,
  contracts: readonly ContractToEnter[],
): Promise<{ id: Id; reference: string }[]> {
  if (actor.kind !== 'system') throw new Error('Only an import writes down what others decided.')
  const changes = contracts.map(
    ({ id, award, reason, said }): DecidedChange => ({
      partnershipId: partnership.id,
      contractId: id,
      kind: 'import',
      baseVersion: 0,
      effectiveOn: award.term.from,
      reason,
      asked: said,
      documentId: null,
      worthPence: awardWorth(award).pence,
      authority: null,
      at,
    }),
  )
  return inWords(async () => {
    const entered = await writeContracts(db, { partnership, at, version: 1 }, contracts)
    const begun = (await enterChanges(db, actor, changes)).map((writing, index) => ({
      writing,
      change: changes[index] as DecidedChange,
      contract: contracts[index] as ContractToEnter,
    }))
    await writeAwards(
      db,
      begun.map(({ writing, contract }) => ({ writing, award: contract.award, known: contract.context })),
    )
    const stories = begun.map(({ writing, change }) => ({ writing, rule: awardRule, payload: storyOf(change) }))
    await finishChanges(db, actor, stories)
    return entered
  })
}
