import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { SummaryList } from '../../../core/ui/govuk/index.ts'
import type { Offer } from '../../offer.ts'
import { lineWords } from '../../requests/care-words.ts'
import { needWord } from '../../requests/need-code.ts'
import { dayWords } from '../offer-words.ts'

export interface OfferFactsProps {
  readonly offer: Pick<Offer, 'ask' | 'weeklyPence' | 'weeklyMinutes' | 'priceWhy' | 'shortTermUntil'>
  /** Visits a week that the provider gives in the district already. */
  readonly nearby: number
}

/** What is asked for, and what is paid: enough to plan a run, too little to tell who it is. */
export function OfferFacts({ offer, nearby }: OfferFactsProps) {
  const { ask, shortTermUntil } = offer
  return (
    <SummaryList
      rows={[
        {
          key: 'When',
          value: {
            content: ask.lines.map((line) => (
              <span>
                {lineWords(line)}
                <br />
              </span>
            )),
          },
        },
        { key: 'Start wanted', value: `by ${dayWords(ask.startBy)}` },
        { key: 'Needs', value: ask.needs.length > 0 ? ask.needs.map(needWord).join(', ') : 'none named' },
        { key: 'Waiting', value: ask.origin === 'hospital' ? 'in hospital' : 'at home' },
        { key: 'Pays', value: { content: <Pay offer={offer} /> } },
        shortTermUntil === null
          ? ask.shortTerm && { key: 'Lasts', value: 'for a short time' }
          : { key: 'Lasts', value: `until ${longDate(shortTermUntil)} at most` },
        {
          key: 'Near you',
          value:
            nearby === 0
              ? `You give no visits in ${ask.district} yet`
              : `You give ${number(nearby)} ${nearby === 1 ? 'visit' : 'visits'} a week in ${ask.district}`,
        },
      ]}
    />
  )
}

function Pay({ offer: { weeklyPence, weeklyMinutes, priceWhy } }: Pick<OfferFactsProps, 'offer'>) {
  if (weeklyPence === null) return <>No price is known. {priceWhy}</>
  return (
    <>
      <strong>{pounds(weeklyPence)} a week</strong>, {pounds(Math.round((weeklyPence * 60) / weeklyMinutes))} an hour.{' '}
      <small>{priceWhy}</small>
    </>
  )
}
