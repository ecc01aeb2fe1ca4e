import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Contract, Days, Lot, Standing } from '../contract.ts'
import { holdsOn } from '../standing.ts'
import { inForceOn } from '../term.ts'

/** A higher price for the care of one person, decided on evidence. */
export interface EnhancedPrice extends Days {
  readonly id: Id
  readonly lotProviderId: Id
  readonly organisation: string
  readonly lotNumber: string
  /** A reference, never a name. */
  readonly personReference: string
  /** Hundredths of a per cent: 500 is 5%. */
  readonly basisPoints: number
  readonly evidence: string
  readonly reviewOn: IsoDate
}

/** What is asked for one person's care. */
export interface EnhancementAsked extends Days {
  readonly lotProviderId: Id
  readonly personReference: string
  readonly basisPoints: number
  readonly evidence: string
  readonly reviewOn: IsoDate
}

/** The rule and its version, for the ledger. */
export const enhancementRule = { name: 'procurement.enhancement', version: '1' } as const

/** What reviews of higher prices are called among tasks. */
export const enhancementReview = 'procurement.enhancement-review'

/** The highest enhancement that is no slip of the keyboard: twice the price. */
export const highestEnhancement = 10_000

/** Why a higher price for one person is refused. */
export type EnhancementRefusal =
  | 'no-reference'
  | 'no-evidence'
  | 'no-percentage'
  | 'not-in-force'
  | 'not-in-the-lot'
  | 'review-before-start'
  | 'enhanced-already'

/** Whether it may be, or why not and at which field of the form. */
export type EnhancementDecision =
  | { readonly allowed: true; readonly lot: Lot; readonly standing: Standing }
  | { readonly allowed: false; readonly because: EnhancementRefusal; readonly field: string; readonly sentence: string }

const refuse = (because: EnhancementRefusal, field: string, sentence: string): EnhancementDecision => ({
  allowed: false,
  because,
  field,
  sentence,
})

/** Letters and figures with at least one figure: what people are called by has none. */
const reference = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9/-]{1,39}$/

/** Decides on a higher price for one person's care. */
export function decideEnhancement(
  contract: Pick<Contract, 'terms' | 'lots'>,
  asked: EnhancementAsked,
  standing: readonly EnhancedPrice[],
): EnhancementDecision {
  const { from, until, personReference, basisPoints, evidence, reviewOn, lotProviderId } = asked
  if (!reference.test(personReference))
    return refuse(
      'no-reference',
      'person',
      'Give the person’s reference, with a figure in it and no name, such as P-10042.',
    )
  if (basisPoints <= 0 || basisPoints > highestEnhancement)
    return refuse('no-percentage', 'percent', 'Give a percentage above nothing and up to 100%.')
  if (evidence.trim() === '') return refuse('no-evidence', 'evidence', 'Say what evidence shows the need.')
  if (reviewOn < from) return refuse('review-before-start', 'review', 'The review comes before the first day.')
  if (until !== null && until <= from) return refuse('review-before-start', 'last', 'The last day is before the first.')
  if (!inForceOn(contract.terms, from))
    return refuse('not-in-force', 'from', 'The contract is not in force on that day.')
  const place = contract.lots
    .flatMap((lot) => lot.standings.map((each) => ({ lot, standing: each })))
    .find((each) => each.standing.lotProviderId === lotProviderId && holdsOn(each.standing, from))
  if (!place || place.standing.state === 'left' || place.standing.state === 'unconfirmed')
    return refuse('not-in-the-lot', 'place', 'This provider has no place in the lot on that day.')
  const other = standing.find(
    (each) =>
      each.lotProviderId === lotProviderId &&
      each.personReference === personReference &&
      (until === null || each.from < until) &&
      (each.until === null || from < each.until),
  )
  if (other)
    return refuse(
      'enhanced-already',
      'person',
      'This person’s care is enhanced already on these days. Review that one.',
    )
  return { allowed: true, ...place }
}
