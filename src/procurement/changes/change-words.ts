import { longDate, pounds } from '../../core/ui/format.ts'
import { addDays, type Id, type IsoDate } from '../../core/values/index.ts'
import type { Change } from '../change.ts'
import type { ChangeKind } from '../change-kind.ts'
import type { Contract, Lot } from '../contract.ts'
import { roleWords } from '../register/contract-words.ts'
import type { Role } from '../standing.ts'

/** Kinds of change as people read them. */
export const kindNames: { readonly [kind in ChangeKind]: string } = {
  award: 'Award',
  variation: 'Variation',
  extension: 'Extension',
  'option-declined': 'Option not taken',
  suspension: 'Suspension',
  resumption: 'Suspension lifted',
  'early-end': 'Early end',
  join: 'Provider joins',
  leave: 'Provider leaves',
  standing: 'Role or rank',
  transfer: 'Transfer',
  rates: 'Prices',
  uplift: 'Uplift',
  import: 'Import',
}

/** What happened, once a change was applied: "The contract is extended". */
export const doneWords: { readonly [kind in ChangeKind]: string } = {
  award: 'The contract is awarded',
  variation: 'The contract is varied',
  extension: 'The contract is extended',
  'option-declined': 'The option is not taken',
  suspension: 'It is suspended',
  resumption: 'The suspension is lifted',
  'early-end': 'The contract ends early',
  join: 'The provider joins the lot',
  leave: 'The provider leaves the lot',
  standing: 'The provider’s place is changed',
  transfer: 'The contract passes to the other provider',
  rates: 'The prices are set',
  uplift: 'The prices are raised',
  import: 'The file’s changes are made',
}

/** The last of the days that end before one, as people read it. */
export const lastDayText = (until: IsoDate): string => longDate(addDays(until, -1))

/** A lot as it is named in a sentence: "lot 3, Bathgate"; a contract that is one whole is "the contract". */
export function lotText({ number, name }: Pick<Lot, 'number' | 'name'>): string {
  if (number === '') return name === '' ? 'the contract' : name
  return name === '' ? `lot ${number}` : `lot ${number}, ${name}`
}

/** A role with its rank: "Lead", "Fallback, rank 2". */
export const placeText = (role: Role, rank: number | null): string =>
  rank === null ? roleWords[role] : `${roleWords[role]}, rank ${rank}`

interface Known {
  readonly contract: Pick<Contract, 'options' | 'lots' | 'detail'> | undefined
  /** The names of organisations that are not in the contract yet. */
  readonly names: ReadonlyMap<Id, string>
}

/** What a change asks for, in a sentence. */
export function changeSentence(change: Change, effectiveOn: IsoDate, { contract, names }: Known): string {
  const from = longDate(effectiveOn)
  const standings = contract?.lots.flatMap((lot) => lot.standings.map((standing) => ({ lot, standing }))) ?? []
  const nameOf = (id: Id) =>
    names.get(id) ??
    standings.find(({ standing }) => standing.organisationId === id)?.standing.organisation ??
    'the provider'
  const placeOf = (id: Id | null) => standings.find(({ standing }) => standing.lotProviderId === id)
  const whoIn = (id: Id) => {
    const place = placeOf(id)
    return place ? `${place.standing.organisation} in ${lotText(place.lot)}` : 'the provider'
  }
  const lotOf = (id: Id) => {
    const lot = contract?.lots.find((one) => one.id === id)
    return lot ? lotText(lot) : 'the lot'
  }
  const optionOf = (id: Id) => contract?.options.find((one) => one.id === id)
  switch (change.kind) {
    case 'award': {
      const lots = change.lots.length === 1 ? 'one lot' : `${change.lots.length} lots`
      const { until } = change.term
      return `Award “${change.detail.title}” from ${longDate(change.term.from)} ${until ? `to ${lastDayText(until)}` : 'without an end'}, in ${lots}.`
    }
    case 'variation':
      return change.extendUntil
        ? `Keep it going until ${lastDayText(change.extendUntil)}, and change what is said of it from ${from}.`
        : `Change what is said of it from ${from}.`
    case 'extension': {
      const option = optionOf(change.optionId)
      const until = change.until ?? option?.until
      return `Take ${option ? `option ${option.position}` : 'an option'}${until ? `: extend it until ${lastDayText(until)}` : ''}.`
    }
    case 'option-declined': {
      const option = optionOf(change.optionId)
      return option
        ? `Do not take option ${option.position}, from ${longDate(option.from)}${option.until ? ` to ${lastDayText(option.until)}` : ''}.`
        : 'Do not take an option.'
    }
    case 'suspension': {
      const until = change.until ? `until ${lastDayText(change.until)}` : 'until it is lifted'
      return `Suspend ${change.lotProviderId ? whoIn(change.lotProviderId) : 'the whole contract'} from ${from} ${until}.`
    }
    case 'resumption':
      return `Lift the suspension of ${change.lotProviderId ? whoIn(change.lotProviderId) : 'the whole contract'} from ${from}.`
    case 'early-end':
      return `End it early: its last day is ${lastDayText(effectiveOn)}.`
    case 'join':
      return `${nameOf(change.standing.organisationId)} joins ${lotOf(change.lotId)} on ${from} as ${lowerFirst(placeText(change.standing.role, change.standing.rank))}.`
    case 'leave': {
      const next = change.nextLeadId ? placeOf(change.nextLeadId)?.standing.organisation : undefined
      return `${whoIn(change.lotProviderId)} leaves on ${from}${next ? `; ${next} leads from then on` : ''}.`
    }
    case 'standing':
      return `${whoIn(change.lotProviderId)} is ${lowerFirst(placeText(change.role, change.rank))} from ${from}.`
    case 'transfer':
      return `${nameOf(change.toOrganisationId)} takes the place, rank and prices of ${nameOf(change.fromOrganisationId)} in every lot from ${from}.`
    case 'rates':
      return `Set ${countOf(change.rates.length, 'price')}${change.caps.length > 0 ? ` and ${countOf(change.caps.length, 'cap')}` : ''} in ${lotOf(change.lotId)} from ${from}.`
  }
  return `It holds from ${from}.`
}

const countOf = (count: number, what: string): string => (count === 1 ? `one ${what}` : `${count} ${what}s`)

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** What a change commits, as people read it. */
export const worthText = (pence: number): string => (pence === 0 ? 'Nothing' : pounds(pence))

/** The organisations that a change names and that may not stand in the contract yet. */
export const organisationsIn = (change: Change): Id[] =>
  change.kind === 'join'
    ? [change.standing.organisationId]
    : change.kind === 'transfer'
      ? [change.fromOrganisationId, change.toOrganisationId]
      : []
