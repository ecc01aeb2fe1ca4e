import type { IsoDate, Pence } from '../../core/values/index.ts'
import type { AskedChange, Change } from '../change.ts'
import type { Contract, ContractDetail, Days } from '../contract.ts'
import { agreedUntil, yearsOf } from '../term.ts'
import { hasDay } from './days.ts'
import { priceKey } from './price-problem.ts'

/** What a change commits the partnership to. */
export interface Worth {
  readonly pence: Pence
  /** False when days are committed of which nobody knows what a year is worth. */
  readonly known: boolean
}

/** The rule that values changes, for the ledger. */
export const worthRule = { name: 'procurement.change-worth', version: '1' } as const

const nothing: Worth = { pence: 0, known: true }

/** What an award commits: its yearly worth over its first term, begun years counted whole. */
export const awardWorth = ({ detail, term }: Pick<Extract<Change, { kind: 'award' }>, 'detail' | 'term'>): Worth =>
  worthOver(detail, term)

/**
 * What a change commits: the yearly worth over the days that it adds, what the worth rises by over the days that are
 * left, or what prices rise by over them. Everything else commits nothing new.
 */
export function changeWorth(contract: Contract, { change, effectiveOn }: AskedChange): Worth {
  const end = agreedUntil(contract.terms) ?? null
  if (change.kind === 'extension') {
    const option = contract.options.find(({ id }) => id === change.optionId)
    return option ? worthOver(contract.detail, { from: option.from, until: change.until ?? option.until }) : nothing
  }
  if (change.kind === 'variation') {
    const rise = (change.detail.yearlyPence ?? 0) - (contract.detail.yearlyPence ?? 0)
    const raised = Math.max(0, rise) * yearsOf({ from: effectiveOn, until: end })
    if (change.extendUntil === null || end === null) return { pence: raised, known: true }
    const added = worthOver(change.detail, { from: end, until: change.extendUntil })
    return { pence: raised + added.pence, known: added.known }
  }
  if (change.kind === 'rates' || change.kind === 'join') {
    const { pence, known } = risesBy(contract, change, effectiveOn)
    return { pence: pence * yearsOf({ from: effectiveOn, until: end }), known }
  }
  return nothing
}

const worthOver = ({ yearlyPence }: ContractDetail, days: Days): Worth =>
  yearlyPence === null ? { pence: 0, known: false } : { pence: yearlyPence * yearsOf(days), known: true }

/** What a year costs more: by the units that are bought, or where nobody knows them by the share of the contract's worth. */
function risesBy(
  { lots, detail }: Contract,
  { lotId, rates }: Extract<Change, { kind: 'rates' | 'join' }>,
  effectiveOn: IsoDate,
): Worth {
  const lines = new Map(
    lots.find(({ id }) => id === lotId)?.rateLines.map((line) => [priceKey(line), line] as const) ?? [],
  )
  let [counted, share, known] = [0, 0, true]
  for (const rate of rates) {
    const line = lines.get(priceKey(rate))
    const before = line?.rates.find((piece) => hasDay(piece, effectiveOn))?.pence ?? 0
    const rise = Math.max(0, (rate.pence ?? 0) - before)
    const units = rate.yearlyUnits ?? line?.yearlyUnits ?? null
    if (units !== null) counted += rise * units
    else if (rise > 0 && before > 0) {
      share = Math.max(share, Number((BigInt(detail.yearlyPence ?? 0) * BigInt(rise)) / BigInt(before)))
      known &&= detail.yearlyPence !== null
    }
  }
  return { pence: counted + share, known }
}
