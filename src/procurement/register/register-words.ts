import { longDate, number, poundsShort } from '../../core/ui/format.ts'
import { kindWords } from './contract-words.ts'
import type { DatedContract } from './listed-contract.ts'
import type { Places } from './places.ts'
import type { RegisterTally } from './register-choice.ts'

/** "Framework, 10 providers, 9 lots"; one provider is named. */
export function formWords({ detail }: Pick<DatedContract, 'detail'>, places: Places | undefined): string {
  const { lots = 0, providers = 0, provider } = places ?? {}
  return [
    kindWords[detail.kind],
    provider ?? (providers > 0 ? `${number(providers)} providers` : undefined),
    lots > 1 ? `${number(lots)} lots` : undefined,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What the column of ends says first, and below it in small. */
export function endWords({ state, begins, ends, latestEnd, detail }: DatedContract): readonly [string, string?] {
  if (state === 'suspended') return [ends ? longDate(ends) : 'No end set', 'Suspended']
  if (!begins) return ['Nothing agreed']
  if (state === 'to-come') return [ends ? longDate(ends) : 'No end set', `Begins ${longDate(begins)}`]
  if (!ends) {
    const { noticeMonths } = detail
    return ['No end set', noticeMonths === null ? undefined : noticeWords(noticeMonths)]
  }
  return [longDate(ends), latestEnd && latestEnd > ends ? `With options ${longDate(latestEnd)}` : undefined]
}

const noticeWords = (months: number): string => (months === 1 ? 'A month’s notice' : `${months} months’ notice`)

/** What the last column says of a contract on which nothing is to be decided. */
export function quietWords({ state, ends }: Pick<DatedContract, 'state' | 'ends'>): string {
  if (state === 'ended') return ends ? `Ended ${longDate(ends)}` : 'Ended'
  return 'Nothing to decide'
}

/** What contracts in force are worth a year together; nothing known of any is no sum of nothing. */
export function worthWords({ yearlyPence, unvalued }: Pick<RegisterTally, 'yearlyPence' | 'unvalued'>): {
  readonly value: string
  readonly what: string
} {
  if (yearlyPence === 0 && unvalued > 0) {
    return { value: 'Not known', what: `a year, of ${unvalued === 1 ? 'the one' : `the ${number(unvalued)}`} in force` }
  }
  const rest = unvalued === 0 ? '' : `; of ${number(unvalued)} it is not known`
  return { value: poundsShort(yearlyPence), what: `a year, of those in force${rest}` }
}
