import { z } from 'zod'
import type { IsoDate } from '../../core/values/index.ts'
import { date, line, oneOf, words } from '../changes/forms/fields.ts'
import { first, type Mistake, type Read, readTyped, type Typed } from '../changes/forms/typed.ts'
import { basisPointsFrom, percentWords, type UpliftChange, widestPercent } from './uplift-terms.ts'

/** What a round can be about, as its form asks. */
const abouts = ['contract', 'care-group', 'national'] as const

/** What a round can do, as its form asks. */
const ways = ['percent', 'prices', 'table'] as const

const schema = z.object({
  title: line('Name of the round'),
  about: oneOf(abouts, 'Choose which prices the round is about'),
  contract: z.string(),
  lot: z.string(),
  careGroup: z.string(),
  framework: z.string(),
  way: oneOf(ways, 'Choose how the prices change'),
  percent: z.string(),
  from: date('First day of the new prices'),
  reason: words('Reason').min(1, 'Enter the reason: who decided, and on what'),
})

/** A round as it was typed; whether there is such a contract is for the database to say. */
export interface TypedRound {
  readonly title: string
  readonly from: IsoDate
  readonly reason: string
  readonly about:
    | { readonly kind: 'contract'; readonly reference: string; readonly lot: string | null }
    | { readonly kind: 'care-group'; readonly key: string }
    | { readonly kind: 'national'; readonly key: string }
  readonly change: UpliftChange
}

/** Reads the form of a round. */
export function readRound(typed: Typed): Read<TypedRound> {
  const result = readTyped(schema, typed)
  const about = first(typed, 'about')
  const mistakes: Mistake[] = [...(result.mistakes ?? [])]
  const missing = (field: string, sentence: string) => {
    if (first(typed, field) === '') mistakes.push({ field, sentence })
  }
  if (about === 'contract') missing('contract', 'Enter the reference of the contract')
  if (about === 'care-group') missing('careGroup', 'Choose a care group')
  if (about === 'national') missing('framework', 'Choose a national framework')
  const way = first(typed, 'way')
  const basisPoints = basisPointsFrom(first(typed, 'percent'))
  if (way === 'percent' && !isSound(basisPoints))
    mistakes.push({
      field: 'percent',
      sentence: `Enter a percentage from ${percentWords(widestPercent.down)} to ${percentWords(widestPercent.up)} other than nothing, such as 3.5`,
    })
  if (way === 'prices' && about !== '' && about !== 'contract')
    mistakes.push({
      field: 'way',
      sentence: 'New prices one by one are for one contract; choose a percentage for more',
    })
  if (way === 'table' && about === 'care-group')
    mistakes.push({
      field: 'way',
      sentence: 'A national table is for its framework, or for one contract that takes its prices',
    })
  if (result.mistakes || mistakes.length > 0) return { mistakes }
  const { title, from, reason, contract, lot, careGroup, framework } = result.read
  return {
    read: {
      title,
      from,
      reason,
      about:
        result.read.about === 'contract'
          ? { kind: 'contract', reference: contract.toUpperCase(), lot: lot === '' ? null : lot }
          : result.read.about === 'national'
            ? { kind: 'national', key: framework }
            : { kind: 'care-group', key: careGroup },
      change:
        result.read.way === 'percent'
          ? { kind: 'percent', basisPoints: basisPoints ?? 0 }
          : result.read.way === 'prices'
            ? { kind: 'prices', prices: [] }
            : { kind: 'table' },
    },
  }
}

const isSound = (basisPoints: number | undefined): boolean =>
  basisPoints !== undefined && basisPoints !== 0 && basisPoints >= widestPercent.down && basisPoints <= widestPercent.up

/** Which prices of a round its page shows. */
export const shownLines = ['changed', 'cap', 'wage', 'all'] as const

export type ShownLines = (typeof shownLines)[number]

/** What the page of a round is asked for in its address. */
export const roundQuery = z.object({
  show: z.enum(shownLines).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  done: z.enum(['drafted', 'applied', 'dropped']).optional().catch(undefined),
})

/** What whoever applies or drops a round had before their eyes. */
export const seenIn = (typed: Typed): { readonly version: number; readonly fingerprint: string } => ({
  version: Number(first(typed, 'version')) || 0,
  fingerprint: first(typed, 'fingerprint'),
})
