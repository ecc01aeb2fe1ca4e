import { longDate } from '../../core/ui/format.ts'
import type { Days } from '../contract.ts'
import { type Refusal, refuse } from './decision.ts'

/** What is wrong with the options of a new contract: each begins where the days before it end. */
export function optionsProblem(term: Days, options: readonly Days[]): Refusal | undefined {
  let end = term.until
  for (const [index, option] of options.entries()) {
    const field = `options.${index}`
    if (end === null) return refuse('overlap', 'A contract without an end has nothing to extend.', field)
    if (option.until === null || option.until <= option.from)
      return refuse('backwards', 'An option ends after it begins.', field)
    if (option.from < end)
      return refuse(
        'overlap',
        `Days from ${longDate(option.from)} are agreed already: the option overlaps them.`,
        field,
      )
    if (option.from > end)
      return refuse('leaves-a-gap', `The option leaves a gap from ${longDate(end)} to ${longDate(option.from)}.`, field)
    end = option.until
  }
  return undefined
}
