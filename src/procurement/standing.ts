import { longDate } from '../core/ui/format.ts'
import type { Id, IsoDate } from '../core/values/index.ts'

/** What a provider is in a lot: who is asked first, who steps in, one of equals, or one beside the contract. */
export const roles = ['lead', 'fallback', 'framework', 'additional'] as const

export type Role = (typeof roles)[number]

/** Whether a provider can be asked: not while suspended, after leaving, or before it was found in the regulator's register. */
export type StandingState = 'active' | 'suspended' | 'left' | 'unconfirmed'

interface Stretch {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** A provider's place in a lot, as far as its order depends on it. */
interface Place extends Stretch {
  readonly lotProviderId: Id
  readonly organisation: string
  readonly role: Role
  readonly rank: number | null
  readonly state: StandingState
}

/** Whether a day is one of some days. */
export const holdsOn = ({ from, until }: Stretch, on: IsoDate): boolean => from <= on && (until === null || on < until)

const names = new Intl.Collator('en-GB')

/** Which of two places is asked first: by role, then rank (the unranked after the ranked), then name; never equal unless they are one. */
export function inOrder(a: Place, b: Place): number {
  return (
    roles.indexOf(a.role) - roles.indexOf(b.role) ||
    (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
    names.compare(a.organisation, b.organisation) ||
    (a.lotProviderId < b.lotProviderId ? -1 : a.lotProviderId > b.lotProviderId ? 1 : 0)
  )
}

/** The places that are held in a lot on a day, in their order; those who have left are not among them. */
export const standingsOn = <One extends Place>(standings: readonly One[], on: IsoDate): One[] =>
  standings.filter((one) => holdsOn(one, on) && one.state !== 'left').toSorted(inOrder)

/** Whoever leads a lot on a day, suspended or not. */
export const leadOn = <One extends Place>(standings: readonly One[], on: IsoDate): One | undefined =>
  standingsOn(standings, on).find(({ role }) => role === 'lead')

/** What is wrong with who stands in a lot. */
export interface StandingProblem {
  readonly because: 'rank-twice' | 'two-leads' | 'no-lead'
  /** The first day on which it is. */
  readonly on: IsoDate
  readonly sentence: string
}

/** What is wrong with the places in a lot over time: one rank twice, two leads, or none where the lot needs one; the first day of each. */
export function standingProblems<One extends Place>(
  standings: readonly One[],
  { needsLead, days }: { readonly needsLead: boolean; readonly days?: Stretch | undefined } = { needsLead: false },
): StandingProblem[] {
  const bounds = standings.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
  // What holds changes only on these days.
  const turns = [...new Set([...bounds, ...(days ? [days.from] : [])])]
    .filter((on) => !days || holdsOn(days, on))
    .toSorted()
  const found = new Map<StandingProblem['because'], StandingProblem>()
  const note = (problem: StandingProblem) => found.has(problem.because) || found.set(problem.because, problem)
  for (const on of turns) {
    const here = standingsOn(standings, on)
    const leads = here.filter(({ role }) => role === 'lead')
    const since = `on ${longDate(on)}`
    if (leads.length > 1) {
      const sentence = `${leads.map(({ organisation }) => organisation).join(' and ')} would both lead this lot ${since}.`
      note({ because: 'two-leads', on, sentence })
    }
    for (const [rank, those] of Map.groupBy(here, (one) => one.rank)) {
      if (rank === null || those.length < 2) continue
      const sentence = `${those.map(({ organisation }) => organisation).join(' and ')} would both have rank ${rank} ${since}.`
      note({ because: 'rank-twice', on, sentence })
    }
    if (needsLead && leads.length === 0) {
      note({ because: 'no-lead', on, sentence: `Nobody would lead this lot ${since}.` })
    }
  }
  return [...found.values()]
}
