import type { BudgetLine } from '../../budgets/index.ts'
import { longDate, number, poundsShort } from '../../core/ui/format.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import { inSentence } from '../../market/index.ts'
import { lifeOf, type MarketSummary, printedDate, type SummaryContract } from '../../procurement/index.ts'
import { counted } from '../supply/share-words.ts'

const contract = { one: 'contract', many: 'contracts' }

const bases = { budget: 'budget', spend: 'spend', estimate: 'estimated spend', expected: 'expected spend' } as const

/** An amount that a document prints, as a sentence part: "a budget of £8.94 million, 2019". */
export function moneyWords({ total, basis, year }: Pick<BudgetLine, 'total' | 'basis' | 'year'>): string {
  const amount = total === null ? 'an amount that the document has lost' : poundsShort(total)
  const article = /^[aeiou]/.test(bases[basis]) ? 'an' : 'a'
  return `${article} ${bases[basis]} of ${amount}, ${year ?? 'in a year that is not printed'}`
}

/** What a summary finds on a day, as its page's heading: how much, under how many contracts. */
export function summaryFinding({ area, contracts, money }: MarketSummary, on: IsoDate): string {
  const amount = money[0]?.total ?? null
  const running = inForce(contracts, on)
  const under = running > 0 ? `bought under ${counted(running, contract)}` : undefined
  if (amount !== null)
    return `${poundsShort(amount)} for ${inSentence(area.name)}, ${under ?? 'and no contract in force on the register'}`
  return `${area.name}: ${under ?? 'no contract in force on the register'}`
}

/** What the list of summaries finds, as its heading. */
export function summariesFinding(title: string, summaries: readonly MarketSummary[], on: IsoDate): string {
  const running = summaries.reduce((sum, { contracts }) => sum + inForce(contracts, on), 0)
  const areas = counted(summaries.length, { one: 'market area', many: 'market areas' })
  return `${title} buys care in ${areas}${running > 0 ? `, under ${counted(running, contract)}` : ''}`
}

const inForce = (contracts: readonly SummaryContract[], on: IsoDate): number =>
  contracts.filter((one) => lifeOf(one, on).state !== 'to-come').length

/** Until when something is agreed, as a table tells it. */
export function untilWords(one: SummaryContract, on: IsoDate): string {
  const { begins, ends, latestEnd, state } = lifeOf(one, on)
  if (!begins) return 'no term agreed'
  const from = state === 'to-come' ? `from ${longDate(begins)} ` : ''
  if (!ends) return `${from}${from ? 'with ' : ''}no end set`
  const longest = latestEnd && latestEnd > ends ? `, with options until ${longDate(latestEnd)}` : ''
  return `${from}until ${longDate(ends)}${longest}`
}

/** The first and the last of the days on which contracts of a market area end, for one line of a list. */
export function endsWords(contracts: readonly SummaryContract[], on: IsoDate): string {
  if (contracts.length === 0) return ''
  const ends = contracts.flatMap((one) => lifeOf(one, on).ends ?? []).sort()
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return 'no end set'
  const open = ends.length < contracts.length ? '; others have no end set' : ''
  return `${first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`}${open}`
}

/** What the register has of the period on a day, as a heading. */
export function periodFinding(contracts: readonly SummaryContract[], on: IsoDate): string {
  if (contracts.length === 0) return 'Period: how long it runs'
  const until = endsWords(contracts, on)
  return `Period: ${until === 'no end set' ? until : `agreed until ${until}`}`
}

/** How long notice is, where a contract has no end. */
export const noticeWords = ({ detail: { noticeMonths } }: SummaryContract): string | undefined =>
  noticeMonths === null
    ? undefined
    : `Either side gives ${noticeMonths === 1 ? 'one month' : `${noticeMonths} months`} of notice.`

/** What the register knows of what comes next, a sentence each. */
export function developmentFacts(one: SummaryContract, on: IsoDate): string[] {
  const { detail, options, framework } = one
  const life = lifeOf(one, on)
  const begins = life.state === 'to-come' && life.begins ? [`It begins on ${longDate(life.begins)}.`] : []
  const open = options
    .filter(({ decision }) => decision === 'open')
    .map(({ from, until, decideBy }) => {
      const days = `from ${longDate(from)}${until ? ` to ${longDate(addDays(until, -1))}` : ''}`
      return `It can be extended ${days}${decideBy ? `; that is to be decided by ${longDate(decideBy)}` : ''}.`
    })
  const follows = detail.successorFrom ? [`What follows it is planned from ${longDate(detail.successorFrom)}.`] : []
  const national = framework
    ? [
        `It takes its terms from “${framework.title}” of ${framework.owner}${framework.latestEnd ? `, which can run until ${longDate(framework.latestEnd)}` : ''}.`,
      ]
    : []
  const decided =
    detail.decidedBy === 'national-owner'
      ? [`${framework?.owner ?? 'The owner of the framework'} decides on its end.`]
      : []
  return [...begins, ...open, ...follows, ...national, ...decided]
}

/** How often a contract is reviewed, and when it last was. */
export function reviewWords({ detail: { reviewMonths, lastReviewedOn } }: SummaryContract): string | null {
  const often =
    reviewMonths === null
      ? undefined
      : reviewMonths === 12
        ? 'every year'
        : reviewMonths === 1
          ? 'every month'
          : `every ${reviewMonths} months`
  const last = lastReviewedOn ? `last on ${longDate(lastReviewedOn)}` : undefined
  return [often, last].filter(Boolean).join(', ') || null
}

/** The term as the source prints it, where the demonstration moved it on; undefined where it did not. */
export function printedWords(one: SummaryContract, on: IsoDate): string | undefined {
  const { begins, ends } = lifeOf(one, on)
  const moved = one.source?.movedYears ?? 0
  if (moved === 0 || !begins) return undefined
  const days = [begins, ends].map((day) => day && longDate(printedDate(day, moved)))
  return `Moved on by ${moved} years for this demonstration; the source has ${days[0]}${days[1] ? ` to ${days[1]}` : ''}.`
}

/** How many providers are in contracts, each counted once; nobody in any means that nobody wrote them down. */
export function providersWords(contracts: readonly Pick<SummaryContract, 'providers'>[]): string {
  const { size } = new Set(contracts.flatMap(({ providers }) => providers))
  return size === 0 ? 'not recorded' : number(size)
}
