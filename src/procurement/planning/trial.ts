import { isoFrom } from '../../core/settings/fields.ts'
import { addMonths, type IsoDate } from '../../core/values/index.ts'
import type { Mistake } from '../changes/forms/typed.ts'
import { type ContractKind, contractKinds } from '../contract-kind.ts'

/** A kind of contract and a last day, as an address asks for them. */
export interface TrialAsked {
  readonly kind: string
  readonly 'end-day': string
  readonly 'end-month': string
  readonly 'end-year': string
}

/** The furthest a last day is tried, in years: beyond, nothing is known. */
const furthest = 30

/** What is tried out: the end of a financial year two years ahead, where nothing better is asked. */
export function readTrial(
  asked: TrialAsked,
  today: IsoDate,
): {
  readonly kind: ContractKind
  readonly end: IsoDate
  readonly typed: { readonly [field: string]: string }
  readonly mistakes: readonly Mistake[]
} {
  const kind = contractKinds.find((one) => one === asked.kind) ?? 'framework'
  const usual = `${Number(today.slice(0, 4)) + 2}-03-31`
  const parts = [asked['end-day'], asked['end-month'], asked['end-year']] as const
  const fields = ([day, month, year]: readonly [string, string, string]) => ({
    'end-day': day,
    'end-month': month,
    'end-year': year,
  })
  if (parts.every((part) => part.trim() === ''))
    return { kind, end: usual, typed: fields(['31', '3', usual.slice(0, 4)]), mistakes: [] }
  const end = isoFrom(...parts)
  const latest = addMonths(today, furthest * 12)
  const sentence = !end
    ? 'The last day must be a real date, such as 31 3 2028'
    : end < '2000-01-01' || end > latest
      ? `The last day must be in this century and within ${furthest} years`
      : undefined
  if (!end || sentence)
    return { kind, end: usual, typed: fields(parts), mistakes: [{ field: 'end-day', sentence: sentence ?? '' }] }
  return { kind, end, typed: fields(parts), mistakes: [] }
}
