import { longDate, number, pounds } from '../../core/ui/format.ts'
import { hoursOf } from '../rules/replay-words.ts'
import { becauseWords } from '../unmet/unmet-words.ts'
import type { DrillResult } from './drill-result.ts'
import type { UnplacedReason } from './why-unplaced.ts'

/** People counted in words. */
export const peopleWords = (count: number): string => `${number(count)} ${count === 1 ? 'person' : 'people'}`

/** What a drill found, in a sentence without its full stop. */
export function drillHeading({ total, homes }: Pick<DrillResult, 'total' | 'homes'>): string {
  const without = total.people - total.placedPeople
  if (total.people === 0) {
    return homes ? `${number(homes.places)} registered places would go` : 'Nobody would lose care on that day'
  }
  if (without === 0) return `${all(total.people)} could go to somebody else`
  return `${number(without)} of ${peopleWords(total.people)} would have nobody to go to`
}

const all = (people: number): string => (people === 1 ? 'The one person' : `All ${number(people)} people`)

/** For want of what somebody has nowhere to go, in a sentence. */
export function unplacedWords(why: UnplacedReason): string {
  if (why.because === 'nobody-to-ask') return 'Nobody serves the area for this.'
  if (why.because === 'none-allowed') {
    return `${why.notAsked === 1 ? 'The one provider who serves the area' : `None of the ${number(why.notAsked)} who serve the area`} may be asked: suspended, too dear, or in no step of the rule.`
  }
  if (why.because === 'nothing-declared') {
    return `${why.providers === 1 ? 'The one who could be asked has' : `None of the ${number(why.providers)} who could be asked has`} ${why.providers === 1 ? 'not ' : ''}declared any hours: ring them first.`
  }
  if (why.because === 'no-capacity-area') {
    return `${why.providers === 1 ? 'One provider has' : `${number(why.providers)} providers have`} the hours, and they go to people for whom it weighs more.`
  }
  const most = `${why.band} takes ${hoursOf(why.wanted)} hours a week, and nobody has more than ${hoursOf(why.free)} free`
  return why.because === 'no-capacity-two-carers'
    ? `No two carers at once: ${most}; with one carer there would be room.`
    : `No room at that time of day: ${most}.`
}

/** The same as the code by which unmet need is counted, in words. */
export const reasonName = ({ because }: UnplacedReason): string => {
  if (because === 'nothing-declared') return 'Nobody has declared hours'
  if (because === 'none-allowed') return 'Nobody may be asked'
  const words = becauseWords[because]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What placing them costs more or less than now, in a sentence without its full stop. */
export function extraCost({ total }: Pick<DrillResult, 'total'>): string {
  const extra = total.penceAfter - total.pencePlacedNow
  const whom = `those who are placed`
  if (total.placedPeople === 0) return 'Nobody is placed, so nothing can be said of the cost'
  if (extra === 0) return `It would cost as much a week as now for ${whom}`
  return `It would cost ${pounds(Math.abs(extra))} a week ${extra > 0 ? 'more' : 'less'} than now for ${whom}`
}

/** "closes on 4 January 2027" in a heading. */
export const closingWords = (called: string, closesOn: string): string => `${called} closes on ${longDate(closesOn)}`
