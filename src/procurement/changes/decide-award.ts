import type { NewLot } from '../change.ts'
import type { ContractKind } from '../contract-kind.ts'
import { agreedDetail } from './agreed-detail.ts'
import { type ChangeContext, nameIn } from './change-context.ts'
import { type Refusal, refuse } from './decision.ts'
import type { ImportedAward, ImportedStanding } from './imported-award.ts'
import { lotName, lotProblem, type Placed } from './lot-problem.ts'
import { optionsProblem } from './options-problem.ts'
import { placeProblem } from './place-problem.ts'
import { capsProblem, pricesProblem } from './price-problem.ts'

/** Kinds that may be held without any lot: nobody is asked in order there. */
const withoutLots: readonly ContractKind[] = ['in-house', 'shared-service', 'grant', 'national-contract']

/** Whether a contract may begin as it is asked; undefined when it may. */
export function decideAward(award: ImportedAward, context: ChangeContext): Refusal | undefined {
  const { term, options, lots } = award
  const imported = context.through === 'import'
  if (term.until !== null && term.until <= term.from)
    return refuse('backwards', 'The contract ends before it begins.', 'term')
  const said = agreedDetail(award.detail, { hasEnd: term.until !== null, imported })
  if (said) return said
  const options_ = optionsProblem(term, options)
  if (options_) return options_
  if (lots.length === 0 && !imported && !withoutLots.includes(award.detail.kind))
    return refuse('no-lot', 'Say which services are bought, and from whom: the contract has no lot.', 'lots')
  const numbers = new Set<string>()
  for (const [index, lot] of lots.entries()) {
    if (numbers.has(lot.number))
      return refuse('lot-number-twice', `Two lots have the number “${lot.number}”.`, `lots.${index}`)
    numbers.add(lot.number)
    const problem = newLotProblem(lot, index, award, context)
    if (problem) return problem
  }
  return undefined
}

function newLotProblem(
  lot: ImportedAward['lots'][number],
  index: number,
  { detail, term }: ImportedAward,
  context: ChangeContext,
): Refusal | undefined {
  const path = `lots.${index}`
  const serviceType = serviceOf(lot, detail)
  if (lot.areas.length > 0 && serviceType === null && context.through !== 'import')
    return refuse('lot-without-service', `Say which service ${lotName(lot)} buys.`, path)
  const organisationIds = new Set(lot.standings.map(({ organisationId }) => organisationId))
  for (const [place, { organisationId }] of lot.standings.entries()) {
    const field = `${path}.standings.${place}`
    if (lot.standings.findIndex((other) => other.organisationId === organisationId) < place)
      return refuse('already-in-the-lot', `${nameIn(context, organisationId)} stands twice in ${lotName(lot)}.`, field)
    const problem = placeProblem(context, organisationId, serviceType, field)
    if (problem) return problem
  }
  const places = lot.standings.map((standing) =>
    placedFrom(standing, term.from, nameIn(context, standing.organisationId)),
  )
  // A register may tell of a lot in the middle of its life: its order is looked at from when the last came.
  const from = places.reduce((latest, place) => (place.from > latest ? place.from : latest), term.from)
  const order = lotProblem(lot, places, { from: context.through === 'import' ? from : term.from, until: term.until })
  if (order) return { ...order, field: path }
  const unclear = capsProblem(lot, lot.caps, (cap) => `${path}.caps.${cap}`)
  if (unclear) return unclear
  const priced = {
    number: lot.number,
    capped: lot.caps.length > 0,
    caps: lot.caps.map((cap) => ({ ...cap, from: term.from, until: null })),
    organisationIds,
    hasFramework: detail.nationalFramework !== null,
  }
  const days = () => ({ from: term.from, until: null })
  return pricesProblem(priced, lot.rates, days, (rate) => `${path}.rates.${rate}`)
}

/** The kind of service that a lot buys: its own, or the contract's. */
export const serviceOf = (
  lot: Pick<NewLot, 'serviceType'>,
  detail: Pick<ImportedAward['detail'], 'serviceType'>,
): string | null => lot.serviceType ?? detail.serviceType

const placedFrom = (standing: ImportedStanding, from: string, organisation: string): Placed => ({
  from: standing.from ?? from,
  until: standing.until ?? null,
  organisation,
  role: standing.role,
  rank: standing.rank,
  state: standing.state ?? 'active',
})
