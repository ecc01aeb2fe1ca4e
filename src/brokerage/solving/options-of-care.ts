import { addDays, type Id } from '../../core/values/index.ts'
import type { VisitPrice } from '../../procurement/index.ts'
import type { Candidate } from '../candidate.ts'
import { visitsOfWeek } from '../rules/week-of-lines.ts'
import { weeklyMinutes } from '../visit-line.ts'
import { type CareToPlace, daysOfRest, stillDeclined } from './care-to-place.ts'
import { declinedWords } from './declined-words.ts'
import { type NotAsked, orderOfRule } from './order-of-rule.ts'
import type { Ground, PlacingGround } from './placing-ground.ts'

/** Someone who could give some care. */
export interface PlacedOption {
  readonly organisationId: Id
  readonly rank: number
  /** Pence a week. */
  readonly cost: number
}

/** Whom the rule could ask for some care, at which price, and why not the others. */
export interface OptionsOfCare {
  readonly options: readonly PlacedOption[]
  readonly not: readonly NotAsked[]
  /** Those whose price is not known: counted at the highest that is. */
  readonly unpriced: readonly Id[]
}

/** Whom the rule could ask for some care: nobody who said no to it and is not likely to say otherwise; who gives it now can always go on. */
export function optionsOfCare(
  of: CareToPlace,
  ground: Ground | undefined,
  { price, on }: Pick<PlacingGround, 'price' | 'on'>,
): OptionsOfCare {
  const priced = pricedFor(of, ground?.candidates ?? [], price)
  const { ranked, not } = orderOfRule(ground?.rule, priced)
  const since = addDays(on, -daysOfRest)
  const no = new Map(
    of.declined.toReversed().flatMap((one) => (stillDeclined(one, since) ? [[one.organisationId, one]] : [])),
  )
  const dearest = Math.max(0, ...priced.map(({ weeklyPence }) => weeklyPence ?? 0))
  const current = of.current?.organisationId
  const open = ranked.filter(
    ({ candidate: { organisationId } }) => organisationId === current || !no.has(organisationId),
  )
  const options = open.map(
    ({ candidate: { organisationId, weeklyPence }, rank }): PlacedOption => ({
      organisationId,
      rank,
      cost: weeklyPence ?? dearest,
    }),
  )
  const last = Math.max(0, ...options.map(({ rank }) => rank))
  if (of.current && !options.some(({ organisationId }) => organisationId === current)) {
    const { organisationId, weeklyPence } = of.current
    options.push({ organisationId, rank: last + 1, cost: weeklyPence ?? dearest })
  }
  return {
    options,
    not: [
      ...not.filter(({ organisationId }) => organisationId !== current),
      ...ranked.flatMap(({ candidate: { organisationId, organisation } }) => {
        const said = organisationId === current ? undefined : no.get(organisationId)
        return said ? [{ organisationId, sentence: declinedWords(organisation, said) }] : []
      }),
    ],
    unpriced: open.flatMap(({ candidate }) => (candidate.weeklyPence === null ? [candidate.organisationId] : [])),
  }
}

/** Candidates at the price of these visits; a price is worked out to the penny for each visit, so that a week is their sum. */
function pricedFor({ lines }: CareToPlace, candidates: readonly Candidate[], price: VisitPrice): Candidate[] {
  const visits = visitsOfWeek(lines)
  const minutes = weeklyMinutes(lines)
  return candidates.map((one) => {
    const weeklyPence = one.place && weekOf(visits, (visit) => price({ ...one, lotId: one.place?.lotId ?? '' }, visit))
    const hourlyPence = weeklyPence === null || minutes === 0 ? null : Math.round((weeklyPence * 60) / minutes)
    return { ...one, weeklyPence, hourlyPence }
  })
}

function weekOf(
  visits: ReturnType<typeof visitsOfWeek>,
  price: (visit: (typeof visits)[number]) => number | null,
): number | null {
  let sum = 0
  for (const visit of visits) {
    const pence = price(visit)
    if (pence === null) return null
    sum += visit.times * pence
  }
  return sum
}
