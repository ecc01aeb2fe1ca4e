import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { WordableContract } from '../../register/listed-contract.ts'
import { datedRegister, keptRegister } from '../../register/queries/dated-register.ts'
import type { DatedDecision, Decision } from '../decision.ts'
import { worded } from '../decision-dates.ts'
import type { PlanningOwner } from './planning.ts'

/** A decision with the contract that it is about. */
export interface ContractDecision extends Of<Decision> {}

interface Of<Kind> {
  readonly id: Id
  readonly reference: string
  readonly title: string
  readonly decision: Kind
}

/** Everything that is to be decided about the awarded contracts of a partnership as seen from a day, what is due soonest first. */
export async function allDecisions(db: Db, partnership: PlanningOwner, on: IsoDate): Promise<ContractDecision[]> {
  return (await datedRegister(db, partnership, { on }))
    .flatMap((contract) => contract.decisions.map((decision) => ({ ...aboutOf(contract), decision })))
    .toSorted(bySoonest)
    .map(inWords)
}

/** The contracts for which a day to act by has passed, each with what is most urgent about it, and how many there are. */
export async function lateContracts(
  db: Db,
  partnership: PlanningOwner,
  on: IsoDate,
  limit = 5,
): Promise<{ readonly contracts: readonly ContractDecision[]; readonly total: number }> {
  const late = (await keptRegister(db, partnership, { on })).flatMap((contract): Of<DatedDecision>[] =>
    contract.next?.late ? [{ ...aboutOf(contract), decision: contract.next }] : [],
  )
  return { contracts: late.toSorted(byWeight).slice(0, limit).map(inWords), total: late.length }
}

const aboutOf = ({ id, reference, detail: { title } }: WordableContract) => ({ id, reference, title })

/** Only those that are shown are put in words. */
const inWords = ({ decision, ...contract }: Of<DatedDecision>): ContractDecision => ({
  ...contract,
  decision: worded(decision),
})

const bySoonest = (a: Of<DatedDecision>, b: Of<DatedDecision>): number =>
  a.decision.due < b.decision.due ? -1 : a.decision.due > b.decision.due ? 1 : a.reference < b.reference ? -1 : 1

/** A review that is late does less harm than an end that is. */
const byWeight = (a: Of<DatedDecision>, b: Of<DatedDecision>): number =>
  Number(a.decision.kind === 'review') - Number(b.decision.kind === 'review') || bySoonest(a, b)
