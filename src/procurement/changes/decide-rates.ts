import type { AskedChange, Change } from '../change.ts'
import type { Contract, Lot } from '../contract.ts'
import { covers, type Priced } from './cap-segments.ts'
import type { CapPiece, ChangeContext } from './change-context.ts'
import { laidOver, within } from './days.ts'
import { allow, type Decision, refuse } from './decision.ts'
import type { Effect } from './effect.ts'
import { outsideLife } from './in-life.ts'
import { lotName } from './lot-problem.ts'
import { lineOf, newRateDays, pricedLot, upToNext } from './price-days.ts'
import { capProblem, capsProblem, priceKey, pricesProblem } from './price-problem.ts'

type Rates = Extract<Change, { kind: 'rates' }>

/** Whether a lot may get new prices or caps from a day; a price or cap already known for a later day stays. */
export function decideRates(
  contract: Contract,
  { change, effectiveOn }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Rates },
  context: ChangeContext,
): Decision {
  const outside = outsideLife(contract, effectiveOn)
  if (outside) return outside
  const lot = contract.lots.find(({ id }) => id === change.lotId)
  if (!lot) return refuse('no-such-lot', 'The contract has no such lot.', 'lotId')
  if (change.rates.length === 0 && change.caps.length === 0)
    return refuse('nothing-changes', 'No price and no cap is given.', 'rates')
  if (change.caps.length > 0 && !lot.capped)
    return refuse('no-cap', `${lotName(lot)} was awarded without caps, and cannot get them in its term.`, 'caps.0')
  const unclear = capsProblem(lot, change.caps, (index) => `caps.${index}`)
  if (unclear) return unclear
  const before = pricedLot(contract, lot, context)
  const newCaps = change.caps.map((cap): CapPiece => {
    const same = before.caps.filter((one) => capKey(one) === capKey(cap))
    return { ...cap, ...upToNext(same, effectiveOn) }
  })
  const priced = { ...before, caps: cappedAfter(before.caps, newCaps) }
  const daysOf = newRateDays(lot, effectiveOn)
  const problem = basisProblem(lot, change) ?? pricesProblem(priced, change.rates, daysOf, (index) => `rates.${index}`)
  if (problem) return problem
  const effects: Effect[] = newCaps.map(({ from, until, ...cap }) => {
    return { write: 'cap', lotId: lot.id, cap, days: { from, until } }
  })
  for (const rate of change.rates)
    effects.push({ write: 'rate', lotId: lot.id, rate, days: daysOf(rate), pence: rate.pence })
  const given = new Map(change.rates.map((rate) => [priceKey(rate), rate]))
  // Prices that stand are looked at again, and written again, under caps that change.
  for (const { id: _, lotId: __, rates, ...line } of lot.rateLines.filter((one) =>
    change.caps.some((cap) => covers(cap, one)),
  )) {
    const rate = given.get(priceKey(line))
    const cut = rate && rate.pence !== null ? [{ ...daysOf(rate), pence: rate.pence }] : []
    const standing = within(laidOver(rates, cut), { from: effectiveOn, until: null }).filter(
      (piece) => !cut.some(({ from }) => from === piece.from),
    )
    for (const { pence, ...days } of standing) {
      const above = capProblem(priced, line, pence, days, 'caps.0')
      if (above) return above
      effects.push({ write: 'rate', lotId: lot.id, rate: { ...line, pence }, days, pence })
    }
  }
  return allow(effects)
}

const capKey = ({ unit, visitMinutes, dayType }: Priced) => `${unit} ${visitMinutes ?? ''} ${dayType}`

function cappedAfter(caps: readonly CapPiece[], changed: readonly CapPiece[]): CapPiece[] {
  const keys = new Set([...caps, ...changed].map(capKey))
  return [...keys].flatMap((key) =>
    laidOver(
      caps.filter((cap) => capKey(cap) === key),
      changed.filter((cap) => capKey(cap) === key),
    ),
  )
}

/** The basis of a line is not dated: a national one has no price of its own, and the others have. */
function basisProblem(lot: Lot, { rates }: Rates) {
  for (const [index, rate] of rates.entries()) {
    const line = lineOf(lot, rate)
    if (line && line.basis !== rate.basis)
      return refuse('basis-changes', `This price is ${line.basis}; it cannot become ${rate.basis}.`, `rates.${index}`)
  }
  return undefined
}
