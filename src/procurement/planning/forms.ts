import { z } from 'zod'
import type { Role } from '../../core/auth/index.ts'
import { isPlainLine, type Pence, penceFrom } from '../../core/values/index.ts'
import type { ChangeKind } from '../change-kind.ts'
import { date, line, maybeCount, oneOf } from '../changes/forms/fields.ts'
import { first, type Mistake, type Read, readTyped, type Typed } from '../changes/forms/typed.ts'
import type { CommitteeDate } from './committee-date.ts'
import type { LeadTime } from './lead-time.ts'
import { longestStep } from './lead-time-row.ts'
import type { DelegatedLimit } from './standard-authorities.ts'
import { type Step, stepUnits } from './step.ts'

/** As many steps as a form takes. */
const mostSteps = 30

const plain = (label: string, most: number) => line(label, most).refine(isPlainLine, `${label} must be one line`)

const step = z.object({
  name: plain('Name of the step', 100),
  amount: maybeCount('How long it takes', { least: 0, most: longestStep }),
  unit: oneOf(stepUnits, 'Choose months, weeks or working days'),
  committee: z.string().max(100, 'Committee must be 100 characters or fewer'),
})

const stepFields = ['name', 'amount', 'committee'] as const
const at = (row: number, name: string): string => `step-${row}-${name}`

/** Reads the steps that were typed, row by row; rows without anything in them are left out. */
export function readLeadTime(typed: Typed): Read<Pick<LeadTime, 'name' | 'steps'>> {
  const titled = readTyped(z.object({ name: plain('Name', 100) }), typed)
  const mistakes: Mistake[] = [...(titled.mistakes ?? [])]
  const steps: Step[] = []
  for (let row = 1; row <= mostSteps; row += 1) {
    if (isBlank(typed, row)) continue
    const result = readTyped(
      step,
      Object.fromEntries([...stepFields, 'unit'].map((name) => [name, [first(typed, at(row, name))]])),
    )
    if (result.mistakes) {
      mistakes.push(
        ...result.mistakes.map(({ field, sentence }) => ({
          field: at(row, field ?? ''),
          sentence: `Step ${row}: ${lower(sentence)}`,
        })),
      )
      continue
    }
    const { amount, committee, ...rest } = result.read
    if (amount === null) mistakes.push({ field: at(row, 'amount'), sentence: `Step ${row}: enter how long it takes` })
    else steps.push({ ...rest, amount, committee: committee || null })
  }
  if (mistakes.length === 0 && steps.length === 0)
    mistakes.push({ field: at(1, 'name'), sentence: 'Enter at least one step' })
  return mistakes.length > 0 || titled.mistakes ? { mistakes } : { read: { name: titled.read.name, steps } }
}

const lower = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
const isBlank = (typed: Typed, row: number): boolean => stepFields.every((name) => first(typed, at(row, name)) === '')

/** How many rows a form of steps shows: those with something in them, and three to fill. */
export function stepRows(typed: Typed): number {
  let last = 0
  for (let row = 1; row <= mostSteps; row += 1) if (!isBlank(typed, row)) last = row
  return Math.min(mostSteps, last + 3)
}

/** Steps as the fields of their form. */
export const leadTimeFields = ({ name, steps }: Pick<LeadTime, 'name' | 'steps'>): Typed =>
  Object.fromEntries([
    ['name', [name]],
    ...steps.flatMap((one, index) => [
      [at(index + 1, 'name'), [one.name]],
      [at(index + 1, 'amount'), [String(one.amount)]],
      [at(index + 1, 'unit'), [one.unit]],
      [at(index + 1, 'committee'), [one.committee ?? '']],
    ]),
  ])

const meeting = z.object({
  committee: plain('Committee', 100),
  on: date('Day of the meeting'),
  papersBy: date('Day by which papers are in'),
})

/** Reads a meeting that was typed. */
export function readMeeting(typed: Typed): Read<CommitteeDate> {
  const result = readTyped(meeting, typed)
  if (result.mistakes || result.read.papersBy <= result.read.on) return result
  return { mistakes: [{ field: 'papersBy-day', sentence: 'Papers must be in on the day of the meeting or before' }] }
}

/** The field of what a role may approve of a kind. */
export const limitField = (role: Role, kind: ChangeKind): string => `limit-${role}-${kind}`

/** Less than ten billion pounds, so that sums stay exact. */
const mostPence = 1_000_000_000_000

/** Reads what each role may approve, in pounds; nothing where it may not. */
export function readLimits(
  typed: Typed,
  roles: readonly Role[],
  kinds: readonly ChangeKind[],
): Read<readonly DelegatedLimit[]> {
  const limits: DelegatedLimit[] = []
  const mistakes: Mistake[] = []
  for (const role of roles)
    for (const kind of kinds) {
      const words = first(typed, limitField(role, kind))
      if (words === '') continue
      const pence = poundsIn(words)
      if (pence === undefined)
        mistakes.push({
          field: limitField(role, kind),
          sentence: `“${words}” is not an amount in pounds, such as 50,000`,
        })
      else limits.push({ role, kind, limitPence: pence })
    }
  return mistakes.length > 0 ? { mistakes } : { read: limits }
}

function poundsIn(words: string): Pence | undefined {
  const pence = penceFrom(words, 'pounds')
  return pence !== undefined && pence >= 0 && pence < mostPence ? pence : undefined
}

/** What each role may approve as the fields of its form. */
export const limitFields = (limits: readonly DelegatedLimit[], words: (pence: Pence) => string): Typed =>
  Object.fromEntries(limits.map(({ role, kind, limitPence }) => [limitField(role, kind), [words(limitPence)]]))

/** Which kind of contract and which last day are tried out. */
export const trialQuery = z.object({
  kind: z.string().max(40).catch('').default(''),
  'end-day': z.string().max(4).catch('').default(''),
  'end-month': z.string().max(4).catch('').default(''),
  'end-year': z.string().max(6).catch('').default(''),
})
