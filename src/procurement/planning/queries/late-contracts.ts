import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { registerRows } from '../../register/queries/register-rows.ts'
import type { DatedDecision, Decision } from '../decision.ts'
import { datedDecisions, nextDecision, worded } from '../decision-dates.ts'
import { type PlanningOwner, planningOf } from './planning.ts'

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
  return (await decided(db, partnership, on))
    .flatMap(({ decisions, ...contract }) => decisions.map((decision) => ({ ...contract, decision })))
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
  const late = (await decided(db, partnership, on)).flatMap(({ decisions, ...contract }): Of<DatedDecision>[] => {
    const decision = nextDecision(decisions)
    return decision?.late ? [{ ...contract, decision }] : []
  })
  return { contracts: late.toSorted(byWeight).slice(0, limit).map(inWords), total: late.length }
}

async function decided(db: Db, partnership: PlanningOwner, on: IsoDate) {
  const planning = await planningOf(db, partnership)
  const rows = await registerRows(db, partnership.id, {}, { on })
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.detail.title,
    decisions: datedDecisions(row, planning, on),
  }))
}

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
