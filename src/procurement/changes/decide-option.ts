import { longDate } from '../../core/ui/format.ts'
import { addDays, type Id, type IsoDate } from '../../core/values/index.ts'
import type { Contract, ExtensionOption } from '../contract.ts'
import { agreedUntil, firstDay, stateAtEnd } from '../term.ts'
import { allow, type Decision, type Refusal, refuse } from './decision.ts'

/** Whether an option may be taken: it is the next, and its days follow those that are agreed. */
export function decideExtension(
  contract: Contract,
  {
    optionId,
    until: asked,
    effectiveOn,
  }: { readonly optionId: Id; readonly until?: IsoDate | null; readonly effectiveOn: IsoDate },
): Decision {
  const option = nextOption(contract, optionId)
  if ('because' in option) return option
  const first = firstDay(contract.terms)
  if (first !== undefined && effectiveOn < first)
    return refuse(
      'before-it-begins',
      `The contract begins on ${longDate(first)}: choose that day or a later one.`,
      'effectiveOn',
    )
  const end = agreedUntil(contract.terms) ?? null
  if (end !== option.from) {
    const sentence =
      end === null || end > option.from
        ? `Days from ${longDate(option.from)} are agreed already: the option would overlap them.`
        : `The contract is agreed until ${longDate(addDays(end, -1))}: an option from ${longDate(option.from)} would leave a gap.`
    return refuse(end === null || end > option.from ? 'overlap' : 'leaves-a-gap', sentence, 'optionId')
  }
  if (effectiveOn > option.from)
    return refuse(
      'over',
      `An option is taken before its first day, ${longDate(option.from)}; after that the contract is over.`,
      'effectiveOn',
    )
  const until = asked ?? option.until
  if (until !== null && until <= option.from)
    return refuse('backwards', `The extension ends before it begins on ${longDate(option.from)}.`, 'until')
  if (option.until !== null && (until === null || until > option.until)) {
    const sentence = `The option goes to ${longDate(addDays(option.until, -1))}: the extension cannot go beyond it.`
    return refuse('beyond-option', sentence, 'until')
  }
  return allow([
    { write: 'option', optionId, decision: 'taken', on: effectiveOn },
    {
      write: 'term',
      days: { from: option.from, until },
      state: stateAtEnd(contract.terms),
      origin: 'extension',
      option,
    },
  ])
}

/** Whether an option may be given up; those after it go with it, since nothing can follow a gap. */
export function decideNoExtension(
  contract: Contract,
  { optionId, effectiveOn }: { readonly optionId: Id; readonly effectiveOn: IsoDate },
): Decision {
  const option = nextOption(contract, optionId)
  if ('because' in option) return option
  return allow(declined(contract.options, option.from, effectiveOn))
}

/** The open options from a day on, given up. */
export const declined = (options: readonly ExtensionOption[], from: IsoDate, on: IsoDate) =>
  options
    .filter((option) => option.decision === 'open' && option.from >= from)
    .map(({ id }) => ({ write: 'option', optionId: id, decision: 'declined', on }) as const)

function nextOption({ options }: Contract, optionId: Id): ExtensionOption | Refusal {
  const option = options.find(({ id }) => id === optionId)
  if (!option) return refuse('no-such-option', 'The contract has no such option.', 'optionId')
  if (option.decision !== 'open') {
    const words = option.decision === 'taken' ? 'taken' : 'declined'
    return refuse('option-decided', `This option was ${words} already.`, 'optionId')
  }
  const earlier = options.find(({ decision, from }) => decision === 'open' && from < option.from)
  return earlier
    ? refuse('earlier-option-first', `Decide on the option from ${longDate(earlier.from)} first.`, 'optionId')
    : option
}
