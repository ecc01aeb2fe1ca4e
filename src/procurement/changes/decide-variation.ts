import { longDate } from '../../core/ui/format.ts'
import { addDays, canonicalJson } from '../../core/values/index.ts'
import type { AskedChange, Change } from '../change.ts'
import type { Contract } from '../contract.ts'
import { agreedUntil, stateAtEnd } from '../term.ts'
import { agreedDetail } from './agreed-detail.ts'
import { allow, type Decision, refuse } from './decision.ts'
import type { Effect } from './effect.ts'
import { outsideLife } from './in-life.ts'

/** Whether what is said of a contract may change, and its days be bridged beyond their end without an option. */
export function decideVariation(
  contract: Contract,
  {
    change,
    effectiveOn,
  }: Pick<AskedChange, 'effectiveOn'> & { readonly change: Extract<Change, { kind: 'variation' }> },
): Decision {
  const { detail, extendUntil } = change
  const end = agreedUntil(contract.terms) ?? null
  const problem = outsideLife(contract, effectiveOn) ?? agreedDetail(detail, { hasEnd: end !== null, imported: false })
  if (problem) return problem
  const national = contract.lots.some(({ rateLines }) => rateLines.some(({ basis }) => basis === 'national'))
  if (national && detail.nationalFramework === null)
    return refuse('no-framework', 'Prices of the contract are taken from a national framework.', 'nationalFramework')
  const effects: Effect[] = []
  if (canonicalJson(detail) !== canonicalJson(contract.detail))
    effects.push({ write: 'detail', from: effectiveOn, before: contract.detail, after: detail })
  if (extendUntil !== null) {
    if (end === null) return refuse('not-longer', 'The contract has no end: there is nothing to extend.', 'extendUntil')
    if (extendUntil <= end)
      return refuse(
        'not-longer',
        `The contract is agreed until ${longDate(addDays(end, -1))}: choose a later day.`,
        'extendUntil',
      )
    const open = contract.options.find(({ decision, from }) => decision === 'open' && from < extendUntil)
    if (open) {
      const sentence = `The option from ${longDate(open.from)} is still open: take it, or decline it first.`
      return refuse('option-still-open', sentence, 'extendUntil')
    }
    const days = { from: end, until: extendUntil }
    effects.push({ write: 'term', days, state: stateAtEnd(contract.terms), origin: 'variation', option: null })
  }
  if (effects.length === 0) return refuse('nothing-changes', 'Nothing is different from what stands in the register.')
  return allow(effects)
}
