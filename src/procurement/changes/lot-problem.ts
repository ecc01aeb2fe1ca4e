import { longDate } from '../../core/ui/format.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { Days, Lot } from '../contract.ts'
import type { Role, StandingState } from '../standing.ts'
import { hasDay, turnsFrom } from './days.ts'
import { type Refusal, refuse } from './decision.ts'

/** Who stands where, as far as a lot's order depends on it. */
export interface Placed extends Days {
  readonly organisation: string
  readonly role: Role
  readonly rank: number | null
  readonly state: StandingState
}

/** A lot as sentences name it. */
export const lotName = ({ number }: Pick<Lot, 'number'>): string => (number === '' ? 'The contract' : `Lot ${number}`)

/**
 * What is wrong with the order of a lot on any day from one to another: a rank that two have, two leads, or no lead
 * where one is needed. Undefined when nothing is.
 */
export function lotProblem(
  lot: Pick<Lot, 'number' | 'needsLead'>,
  places: readonly Placed[],
  { from, until }: Days,
): Refusal | undefined {
  for (const day of turnsFrom(places, from).filter((turn) => hasDay({ from, until }, turn))) {
    const problem = problemOn(lot, places, day)
    if (problem) return problem
  }
  return undefined
}

function problemOn(
  lot: Pick<Lot, 'number' | 'needsLead'>,
  places: readonly Placed[],
  day: IsoDate,
): Refusal | undefined {
  const standing = places.filter((place) => place.state !== 'left' && hasDay(place, day))
  const since = `from ${longDate(day)}`
  const holders = new Map<number, string>()
  for (const { rank, organisation } of standing) {
    if (rank === null) continue
    if (!Number.isSafeInteger(rank) || rank < 1) return refuse('rank-twice', 'A rank is a whole number from 1.', 'rank')
    const other = holders.get(rank)
    if (other !== undefined) {
      const sentence = `${lotName(lot)} would have two providers of rank ${rank} ${since}: ${other} and ${organisation}.`
      return refuse('rank-twice', sentence, 'rank')
    }
    holders.set(rank, organisation)
  }
  const [lead, second] = standing.filter(({ role }) => role === 'lead')
  if (lead && second) {
    const sentence = `${lotName(lot)} would have two leads ${since}: ${lead.organisation} and ${second.organisation}.`
    return refuse('two-leads', sentence, 'role')
  }
  if (lot.needsLead && !lead)
    return refuse('lot-without-lead', `${lotName(lot)} needs a lead, and would have none ${since}.`, 'nextLeadId')
  return undefined
}
