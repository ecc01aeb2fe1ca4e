import { z } from 'zod'
import { addDays, type Id, type IsoDate, type Pence } from '../../core/values/index.ts'
import { chosen, date, line, maybeDate, maybeLastDay, penceIn, words } from '../changes/forms/fields.ts'
import { dateFields, first, type Mistake, type Read, readTyped, type Typed } from '../changes/forms/typed.ts'
import type { NewPurchase } from './commands/write-purchase.ts'
import { isPersonReference, minutesFrom, moveTrouble, type SpotPurchase } from './purchase.ts'

const hours = z
  .string()
  .refine(
    (typed) => typed === '' || (minutesFrom(typed) ?? 0) > 0,
    'Hours a week must be a number, such as 12.5 or 12:30',
  )
  .transform((typed): number | null => (typed === '' ? null : (minutesFrom(typed) ?? null)))

const cost = z
  .string()
  .min(1, 'Enter the cost a week')
  .refine(
    (typed) => typed === '' || (penceIn(typed) ?? largest) < largest,
    'Cost a week must be an amount in pounds, such as 306.25',
  )
  .transform((typed): Pence => penceIn(typed) ?? 0)

/** £100,000 a week: above it, pence were taken for pounds. */
const largest = 10_000_000

const maybeContract = z
  .string()
  .refine((typed) => typed === '' || chosen('').safeParse(typed).success, 'Choose a contract from the list')
  .transform((typed): Id | null => typed || null)

const purchase = z.object({
  service: line('Service', 100),
  area: line('Area', 100),
  person: line('Reference of the person', 40).refine(
    (typed) => typed === '' || isPersonReference(typed),
    'Give the reference of the person’s record, such as P-00123: names are not kept here',
  ),
  careGroup: z.string().transform((typed): string | null => typed || null),
  from: date('First day'),
  until: maybeLastDay('Last day'),
  hours,
  cost,
  insteadOf: maybeContract,
  reason: words('Reason', 200),
  movesTo: maybeContract,
})

/** A purchase as its form tells it, but for the provider. */
export type TypedPurchase = Omit<NewPurchase, 'reference' | 'organisationId' | 'reviewedOn' | 'movedOn'>

/** Reads the form of a new purchase. */
export function readPurchase(typed: Typed): Read<TypedPurchase> {
  const result = readTyped(purchase, typed)
  if (result.mistakes) return result
  const { service, hours: weeklyMinutes, cost: weeklyPence, ...said } = result.read
  const mistakes: Mistake[] = []
  if (said.until !== null && said.until <= said.from) {
    mistakes.push({ field: 'until-day', sentence: 'The last day must not be before the first' })
  }
  if (said.insteadOf !== null && said.reason === '') {
    mistakes.push({ field: 'reason', sentence: 'Enter the reason: why the contract did not meet it' })
  }
  if (mistakes.length > 0) return { mistakes }
  const outOfArea = first(typed, 'outOfArea') === 'yes'
  return { read: { ...said, serviceType: service, weeklyMinutes, weeklyPence, outOfArea } }
}

const move = z.object({
  movesTo: maybeContract,
  reviewed: maybeDate('Day of the review'),
  moved: maybeDate('Day of the move'),
  until: maybeLastDay('Last day'),
})

/** What may change of a purchase. */
export type TypedMove = Pick<SpotPurchase, 'movesTo' | 'reviewedOn' | 'movedOn' | 'until'>

/** Reads what became of a purchase: its review, its move, its end; nothing is told of days to come. */
export function readMove(
  typed: Typed,
  { from, today }: { readonly from: IsoDate; readonly today: IsoDate },
): Read<TypedMove> {
  const result = readTyped(move, typed)
  if (result.mistakes) return result
  const { movesTo, reviewed: reviewedOn, moved: movedOn, until } = result.read
  const trouble = moveTrouble({ from, movesTo, reviewedOn, movedOn })
  const mistakes: Mistake[] = []
  if (trouble) mistakes.push({ field: fieldOf[trouble.field], sentence: trouble.sentence })
  if (reviewedOn !== null && reviewedOn > today)
    mistakes.push({ field: 'reviewed-day', sentence: 'The review must not be in the future' })
  if (movedOn !== null && movedOn > today)
    mistakes.push({ field: 'moved-day', sentence: 'The move must not be in the future' })
  if (until !== null && until <= from)
    mistakes.push({ field: 'until-day', sentence: 'The last day must not be before the first' })
  return mistakes.length > 0 ? { mistakes } : { read: { movesTo, reviewedOn, movedOn, until } }
}

const fieldOf = { movesTo: 'movesTo', reviewedOn: 'reviewed-day', movedOn: 'moved-day' } as const

/** A purchase as its form shows what may change. */
export const moveFields = ({
  movesTo,
  reviewedOn,
  movedOn,
  until,
  version,
}: TypedMove & Pick<SpotPurchase, 'version'>): Typed => ({
  movesTo: [movesTo ?? ''],
  ...dateFields('reviewed', reviewedOn),
  ...dateFields('moved', movedOn),
  ...dateFields('until', until && addDays(until, -1)),
  version: [String(version)],
})
