import { number, percent, pounds } from '../../core/ui/format.ts'
import type { Answer, Problem } from '../../engines/allocation/index.ts'
import { hoursWords } from '../requests/care-words.ts'

const packages = (count: number) => `${number(count)} ${count === 1 ? 'package' : 'packages'}`

/** How many of those who wait can be placed, as a finding. */
export function planHeading(planned: number, unmet: number): string {
  if (unmet === 0)
    return planned === 1 ? 'The one package can be placed' : `All ${number(planned)} packages can be placed`
  if (unmet === planned)
    return planned === 1 ? 'The one package can’t be placed' : `None of ${packages(planned)} can be placed`
  return `${number(planned - unmet)} of ${packages(planned)} can be placed, ${number(unmet)} can’t`
}

/** How near the best a plan is, in plain words; "best possible" only where that is proved. */
export function proofWords({ proved, objective, bound, gap }: Answer): string {
  if (proved) return 'This is the best possible plan under what was asked: that is proved.'
  const away = Math.max(0, Math.ceil(objective - bound))
  const part = gap < 0.0005 ? 'less than 0.1%' : percent(Math.round(gap * 1000) / 10, 1)
  return `At most ${pounds(away)} a week (${part}) from the best possible, counting what is left unmet at its weight.`
}

/** Pence a week of all that a plan places. */
export const costOf = (problem: Problem, { plan }: Answer): number =>
  problem.packages.reduce((sum, { options }, at) => {
    const chosen = options.find(({ provider }) => provider === plan[at])
    return sum + (chosen?.cost ?? 0)
  }, 0)

/** Unmet hours, each counted as often as it is pressing. */
export const weightedWords = ({ unmet: { weightedMinutes } }: Answer): string => hoursWords(weightedMinutes)
