import type { Id } from '../../../core/values/index.ts'
import type { Change } from '../../change.ts'
import { readDetail } from './detail-form.ts'
import { type LotTyped, readLot } from './lot-form.ts'
import { readCaps, readPrices } from './price-rows.ts'
import { readTerm } from './term-form.ts'
import type { Mistake, Typed } from './typed.ts'

/** A lot of a draft: what was typed of it and of its prices. */
export interface DraftLot {
  readonly id: Id
  readonly lot: LotTyped
  readonly prices: Typed
}

/** A contract that is being made, as it was typed. */
export interface DraftContent {
  readonly details: Typed
  readonly lots: readonly DraftLot[]
  /** What was typed for its award: the day, the reason. */
  readonly award: Typed
}

/** The part of a draft in which something is to be put right. */
export type DraftPart = { readonly part: 'details' } | { readonly part: 'lot' | 'prices'; readonly lot: Id }

export type Award = Extract<Change, { kind: 'award' }>

/** A draft as the contract that it would make, or everything that keeps it from being one. */
export function readDraft({
  details,
  lots,
}: DraftContent):
  | { readonly award: Award; readonly mistakes?: undefined }
  | { readonly mistakes: readonly (DraftPart & Mistake)[] } {
  const detail = readDetail(details)
  const term = readTerm(details)
  const read = lots.map(({ id, lot, prices }) => ({
    id,
    lot: readLot(lot),
    rates: readPrices(prices),
    caps: readCaps(prices),
  }))
  const mistakes = [
    ...[detail, term].flatMap((one) =>
      (one.mistakes ?? []).map((mistake) => ({ part: 'details' as const, ...mistake })),
    ),
    ...read.flatMap(({ id, lot, rates, caps }) => [
      ...(lot.mistakes ?? []).map((mistake) => ({ part: 'lot' as const, lot: id, ...mistake })),
      ...[...(caps.mistakes ?? []), ...(rates.mistakes ?? [])].map((mistake) => ({
        part: 'prices' as const,
        lot: id,
        ...mistake,
      })),
    ]),
  ]
  if (detail.mistakes || term.mistakes || mistakes.length > 0) return { mistakes }
  return {
    award: {
      kind: 'award',
      detail: detail.read,
      ...term.read,
      lots: read.flatMap(({ lot, rates, caps }) =>
        lot.mistakes || rates.mistakes || caps.mistakes ? [] : [{ ...lot.read, rates: rates.read, caps: caps.read }],
      ),
    },
  }
}
