import { canonicalJson } from '../../core/values/index.ts'
import type { ContractDetail } from '../contract.ts'

/** One answer of what is said of a contract. */
export type Answer = keyof ContractDetail

const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b)

/**
 * Two changes of what is said of one contract put together: an answer that only one of them changed is that one's, and
 * one that both changed is mine, and named in `both` where they are not the same.
 */
export function mergeDetail(
  base: ContractDetail,
  { theirs, mine }: { readonly theirs: ContractDetail; readonly mine: ContractDetail },
): { readonly merged: ContractDetail; readonly both: readonly Answer[] } {
  const answers = Object.keys(base) as Answer[]
  const untouched = answers.filter((answer) => !differ(base[answer], mine[answer]))
  return {
    merged: { ...mine, ...Object.fromEntries(untouched.map((answer) => [answer, theirs[answer]])) },
    both: answers.filter(
      (answer) =>
        !untouched.includes(answer) && differ(base[answer], theirs[answer]) && differ(mine[answer], theirs[answer]),
    ),
  }
}
