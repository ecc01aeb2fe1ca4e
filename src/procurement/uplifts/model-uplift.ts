import { canonicalJson, type Id, type IsoDate, type Pence, sha256, sumPence } from '../../core/values/index.ts'
import { floorsOn, type WageFloor } from '../rates/wage-floor.ts'
import { agreedUntil, yearsOf } from '../term.ts'
import { costOver, type FinancialYear, financialYears } from './cost-over.ts'
import { type ModelledLine, modelLine } from './model-line.ts'
import type { PricedLine } from './priced-line.ts'
import type { UpliftTerms } from './uplift-terms.ts'

/** The rule and its version, for the ledger. */
export const upliftRule = { name: 'uplift', version: '1' } as const

/** Years that a model looks at, the one of the first day included. */
const yearsAhead = 3

/** What prices cost in a year as they stand and after a round. */
export interface YearCost {
  readonly before: Pence
  readonly after: Pence
}

/** The cost of one care group, by year; null stands for contracts of several groups or none. */
export interface GroupCost {
  readonly careGroup: string | null
  readonly years: readonly YearCost[]
}

/** What a round would do, before anything is done. */
export interface UpliftModel {
  readonly from: IsoDate
  readonly years: readonly FinancialYear[]
  readonly lines: readonly ModelledLine[]
  readonly groups: readonly GroupCost[]
  readonly total: readonly YearCost[]
  /** How many prices change, pass a cap, or would be under a wage that binds. */
  readonly changed: number
  readonly capProblems: number
  readonly belowFloor: number
  /** Prices that change and whose units a year are not known: their cost is in no sum. */
  readonly withoutUnits: number
  /** What the round commits, by which its approver is found. */
  readonly worth: { readonly pence: Pence; readonly known: boolean }
  /** The same of each contract by itself. */
  readonly worthOf: ReadonlyMap<Id, Pence>
  /** Stands for all of this: who applies a round names what they saw. */
  readonly fingerprint: string
}

/** Works a round out over the prices in its scope. */
export function modelUplift(
  prices: readonly PricedLine[],
  terms: UpliftTerms,
  from: IsoDate,
  floors: readonly WageFloor[],
): UpliftModel {
  const inForce = floorsOn(floors, from)
  const years = financialYears(from, yearsAhead)
  const lines = prices.map((line) => modelLine(line, from, terms.change, inForce))
  const changing = lines.filter(({ left }) => left === null)
  const costs = lines.map((modelled) => ({ group: groupOf(modelled.line), years: costsOf(modelled, years) }))
  const keys = [...new Set(costs.map(({ group }) => group))].toSorted(lastNull)
  const sums = (wanted: (group: string | null) => boolean) =>
    years.map((_, at): YearCost => {
      const some = costs.flatMap((cost) => (wanted(cost.group) && cost.years[at] ? [cost.years[at]] : []))
      return { before: sumPence(some.map(({ before }) => before)), after: sumPence(some.map(({ after }) => after)) }
    })
  return {
    from,
    years,
    lines,
    groups: keys.map((careGroup) => ({ careGroup, years: sums((group) => group === careGroup) })),
    total: sums(() => true),
    changed: changing.length,
    capProblems: changing.filter(({ capProblem }) => capProblem !== null).length,
    belowFloor: lines.filter(({ floor }) => floor.kind === 'below').length,
    withoutUnits: changing.filter(({ line }) => line.yearlyUnits === null).length,
    ...worths(changing, from),
    fingerprint: fingerprintOf(changing),
  }
}

/** A contract of one care group is under it; one of several is under none, as nothing says how it divides. */
export const groupOf = ({ contract }: Pick<PricedLine, 'contract'>): string | null =>
  contract.careGroups.length === 1 ? (contract.careGroups[0] ?? null) : null

const lastNull = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

function costsOf({ line, ratesBefore, rates }: ModelledLine, years: readonly FinancialYear[]): readonly YearCost[] {
  const { yearlyUnits } = line
  if (yearlyUnits === null) return []
  const { terms } = line.contract
  const cost = (list: ModelledLine['rates'], year: FinancialYear) => costOver({ yearlyUnits, rates: list, terms }, year)
  return years.map((year) => ({ before: cost(ratesBefore, year), after: cost(rates, year) }))
}

/**
 * What more is paid over the days that are left of each contract, begun years counted whole; a round that brings
 * prices down commits nothing. Where units are not known, the contract's yearly worth stands in, at the largest rise.
 */
function worths(changing: readonly ModelledLine[], from: IsoDate): Pick<UpliftModel, 'worth' | 'worthOf'> {
  const worthOf = new Map<Id, Pence>()
  let known = true
  for (const [id, lines] of Map.groupBy(changing, ({ line }) => line.contract.id)) {
    const counted = lines.map(({ line, before, after }) =>
      line.yearlyUnits === null ? null : line.yearlyUnits * ((after ?? 0) - (before ?? 0)),
    )
    const yearly = lines[0]?.line.contract.yearlyPence ?? null
    const rises = lines.map(({ before, after }) => riseOf(yearly ?? 0, before, after))
    const more = counted.includes(null) ? Math.max(...rises) : sumPence(counted.map((each) => each ?? 0))
    if (counted.includes(null) && yearly === null) known = false
    const until = agreedUntil(lines[0]?.line.contract.terms ?? []) ?? null
    worthOf.set(id, Math.max(0, more) * yearsOf({ from, until }))
  }
  return { worth: { pence: sumPence([...worthOf.values()]), known }, worthOf }
}

const riseOf = (yearly: Pence, before: Pence | null, after: Pence | null): Pence =>
  before && after ? Number((BigInt(yearly) * BigInt(after - before)) / BigInt(before)) : 0

const fingerprintOf = (changing: readonly ModelledLine[]): string =>
  sha256(canonicalJson(changing.map(({ line, before, after, segments }) => [line.id, before, after, segments])))
