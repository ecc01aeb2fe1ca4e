import { z } from 'zod'
import { type Id, type IsoDate, isIsoDate } from '../../core/values/index.ts'
import type { NewCap, NewRate } from '../change.ts'
import type { CapPiece } from '../changes/change-context.ts'
import { date, line, maybeLastDay, oneOf, penceIn, words } from '../changes/forms/fields.ts'
import { mostRows, readCaps, readPrices } from '../changes/forms/price-rows.ts'
import { first, type Mistake, type Read, readTyped, type Typed } from '../changes/forms/typed.ts'
import { holdsOn } from '../standing.ts'
import { basisPointsFrom } from '../uplifts/uplift-terms.ts'
import type { EnhancementAsked } from './enhancement.ts'
import type { PriceRow } from './price-row.ts'

/** What the page of a price list is asked for in its address. */
export const pricesQuery = z.object({
  lot: z.string().max(40).optional().catch(undefined),
  on: z.string().refine(isIsoDate).optional().catch(undefined),
  done: z.enum(['set', 'enhanced', 'kept', 'ended']).optional().catch(undefined),
})

/** The field in which the new price of a line is typed. */
export const newPriceField = (lineId: Id): string => `new-${lineId}`

const when = z.object({
  from: date('First day of the new prices'),
  reason: words('Reason').min(1, 'Enter the reason: who decided, and on what'),
})

/** Prices and caps as they were typed, and at which field each stands. */
export interface TypedPrices {
  readonly from: IsoDate
  readonly reason: string
  readonly rates: readonly NewRate[]
  readonly caps: readonly NewCap[]
  /** The field of the form for a part of the change: "rates.0" and so on. */
  readonly fieldOf: (part: string | undefined) => string | undefined
}

/** Reads the form of a price list: new prices of its lines, further lines, and caps where they change. */
export function readSetPrices(rows: readonly PriceRow[], caps: readonly CapPiece[], typed: Typed): Read<TypedPrices> {
  const mistakes: Mistake[] = []
  const again = rows.flatMap(({ line, rate }) => {
    const field = newPriceField(line.id)
    const text = first(typed, field)
    const pence = penceIn(text)
    if (text === '' || line.basis === 'national' || pence === rate?.pence) return []
    if (pence === undefined) {
      mistakes.push({ field, sentence: `“${text}” is not a price in pounds, such as 21.50` })
      return []
    }
    const { id: _, lotId: __, ...what } = line
    return [{ field, value: { ...what, pence } }]
  })
  const read = { when: readTyped(when, typed), prices: readPrices(typed), caps: readCaps(typed) }
  for (const { mistakes: more } of Object.values(read)) mistakes.push(...(more ?? []))
  if (mistakes.length > 0 || read.when.mistakes || read.prices.mistakes || read.caps.mistakes) return { mistakes }
  const { from, reason } = read.when.read
  const more = read.prices.read.map((value, at) => ({ field: `price-${rowsWith(typed, 'price')[at]}-pounds`, value }))
  const changed = read.caps.read
    .map((value, at) => ({ field: `cap-${rowsWith(typed, 'cap')[at]}-pounds`, value }))
    .filter(({ value }) => !caps.some((cap) => holdsOn(cap, from) && sameCap(cap, value)))
  const rates = [...again, ...more]
  if (rates.length + changed.length === 0)
    return { mistakes: [{ field: 'from-day', sentence: 'Nothing is changed: enter a new price or cap' }] }
  return {
    read: {
      from,
      reason,
      rates: rates.map(({ value }) => value),
      caps: changed.map(({ value }) => value),
      fieldOf: (part) => {
        const [list, at] = part?.split('.') ?? []
        if (list === 'rates') return rates[Number(at)]?.field
        if (list === 'caps') return changed[Number(at)]?.field
        return list === 'effectiveOn' ? 'from-day' : list === 'reason' ? 'reason' : undefined
      },
    },
  }
}

const sameCap = (cap: CapPiece, value: NewCap): boolean =>
  cap.unit === value.unit &&
  cap.visitMinutes === value.visitMinutes &&
  cap.dayType === value.dayType &&
  cap.pence === value.pence

/** The rows of a table in which something is typed, in the order in which they are read. */
const rowsWith = (typed: Typed, kind: 'price' | 'cap'): readonly number[] =>
  Array.from({ length: mostRows }, (_, at) => at + 1).filter((at) => first(typed, `${kind}-${at}-unit`) !== '')

/** The caps of a day as the fields of the form show them. */
export const capFieldsOf = (caps: readonly CapPiece[], on: IsoDate): Typed =>
  Object.fromEntries(
    caps
      .filter((cap) => holdsOn(cap, on))
      .flatMap(({ unit, visitMinutes, dayType, pence }, index) =>
        Object.entries({
          unit,
          minutes: visitMinutes === null ? '' : String(visitMinutes),
          days: dayType,
          pounds: (pence / 100).toFixed(2),
        }).map(([name, value]) => [`cap-${index + 1}-${name}`, [value]]),
      ),
  )

const enhancement = z.object({
  place: line('Provider and lot'),
  person: line('Reference of the person', 40),
  percent: z
    .string()
    .refine((typed) => (basisPointsFrom(typed) ?? 0) > 0, 'Enter a percentage above nothing, such as 5'),
  evidence: words('Evidence').min(1, 'Enter the evidence for it'),
  from: date('First day'),
  last: maybeLastDay('Last day'),
  review: date('Day of its review'),
  reason: words('Reason').min(1, 'Enter the reason: who decided, and when'),
})

/** Reads the form of a higher price for one person's care. */
export function readEnhancement(typed: Typed): Read<{ readonly asked: EnhancementAsked; readonly reason: string }> {
  const result = readTyped(enhancement, typed)
  if (result.mistakes) return result
  const { place, person, percent, evidence, from, last, review, reason } = result.read
  return {
    read: {
      reason,
      asked: {
        lotProviderId: place,
        personReference: person,
        basisPoints: basisPointsFrom(percent) ?? 0,
        evidence,
        reviewOn: review,
        from,
        until: last,
      },
    },
  }
}

const review = z.object({
  does: oneOf(['keep', 'end'] as const, 'Choose what the review came to'),
  from: date('First day'),
  reason: words('Reason').min(1, 'Enter the reason: who decided, and when'),
})
const kept = z.object({
  evidence: words('Evidence').min(1, 'Enter the evidence for keeping it'),
  review: date('Day of its next review'),
})

/** What a review came to. */
export type TypedReview =
  | { readonly does: 'end'; readonly from: IsoDate; readonly reason: string }
  | {
      readonly does: 'keep'
      readonly from: IsoDate
      readonly reason: string
      readonly evidence: string
      readonly reviewOn: IsoDate
    }

/** Reads the form of a review. */
export function readReview(typed: Typed): Read<TypedReview> {
  const result = readTyped(review, typed)
  const more = first(typed, 'does') === 'keep' ? readTyped(kept, typed) : undefined
  if (result.mistakes || more?.mistakes) return { mistakes: [...(result.mistakes ?? []), ...(more?.mistakes ?? [])] }
  const { does, from, reason } = result.read
  if (does === 'end' || !more) return { read: { does: 'end', from, reason } }
  return { read: { does, from, reason, evidence: more.read.evidence, reviewOn: more.read.review } }
}
