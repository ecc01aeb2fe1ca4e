import type { Id } from '../../core/values/index.ts'

/** How many orders of one month a contract should have met, for one reason. */
export interface OffFrameworkCount {
  /** "2026-10" */
  readonly month: string
  readonly contractId: Id
  readonly reason: string
  readonly orders: number
}

/** A month with its orders, and the reasons for them, the most frequent first. */
export interface OffFrameworkMonth {
  readonly month: string
  readonly orders: number
  readonly reasons: readonly { readonly reason: string; readonly orders: number }[]
}

const reasonKey = (reason: string) => reason.trim().toLowerCase()

/** Every month of a stretch, newest first, with its orders by reason; a month without any counts nought. */
export function byMonth(counts: readonly OffFrameworkCount[], months: readonly string[]): OffFrameworkMonth[] {
  return months
    .toSorted()
    .toReversed()
    .map((month) => {
      const those = counts.filter((one) => one.month === month)
      return { month, orders: sumOf(those), reasons: reasonsOf(those) }
    })
}

/** The reasons of some orders, the most frequent first; however their letters are cased. */
export function reasonsOf(counts: readonly OffFrameworkCount[]): { reason: string; orders: number }[] {
  return [...Map.groupBy(counts, ({ reason }) => reasonKey(reason)).values()]
    .map((those) => ({ reason: those[0]?.reason.trim() || 'No reason given', orders: sumOf(those) }))
    .toSorted((a, b) => b.orders - a.orders || (a.reason < b.reason ? -1 : 1))
}

/** The orders that each contract should have met, the most first. */
export function byContract(counts: readonly OffFrameworkCount[]): { contractId: Id; orders: number }[] {
  return [...Map.groupBy(counts, ({ contractId }) => contractId)]
    .map(([contractId, those]) => ({ contractId, orders: sumOf(those) }))
    .toSorted((a, b) => b.orders - a.orders)
}

const sumOf = (counts: readonly OffFrameworkCount[]) => counts.reduce((sum, { orders }) => sum + orders, 0)

/** The twelve months up to the one of a day, oldest first: "2026-10". */
export function yearUpTo(day: string): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return Array.from({ length: 12 }, (_, index) => {
    const count = year * 12 + (month - 1) - 11 + index
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}
