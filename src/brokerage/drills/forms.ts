import { z } from 'zod'
import { date, dateFields, oneOf, type Read, readTyped, type Typed, words } from '../../core/forms/index.ts'
import type { Choice } from '../../core/ui/form/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { ContinuitySaid } from './commands/save-continuity.ts'
import {
  type Audience,
  audiences,
  type ContinuityPlan,
  type ContinuityState,
  continuityStates,
} from './continuity-plan.ts'
import type { DrillAsked } from './drill-asked.ts'

/** Something that can close, as a list has it. */
export interface Closable extends Choice {
  readonly of: Pick<DrillAsked, 'organisationId' | 'part' | 'called'>
}

const count = (label: string, most: number) =>
  z
    .string()
    .refine(
      (typed) => typed === '' || (/^\d{1,6}$/.test(typed) && Number(typed) <= most),
      `${label} must be a whole number from 0 to ${most}`,
    )
    .transform((typed): number | null => (typed === '' ? null : Number(typed)))

const form = z.object({
  what: z.string(),
  closes: date('Day on which it closes'),
  others: oneOf(['locked', 'may-move'], 'Choose whether other people may move'),
  policy: oneOf(['strict', 'priced'], 'Choose how the order of the framework is kept'),
  seed: z.string().regex(/^[1-9]\d{0,5}$/, 'The seed must be a whole number from 1 to 999,999'),
  residents: count('People who live there', 9999),
  full: count('How full other homes are', 100),
})

/** How far ahead a closing can be tried out, in days. */
const farthest = 731

/** The form of a drill as it opens. */
export const emptyDrill = (today: IsoDate, what = ''): Typed => ({
  what: [what],
  ...dateFields('closes', addDays(today, 28)),
  others: ['locked'],
  policy: ['strict'],
  seed: ['1'],
  residents: [''],
  full: [''],
})

/** Reads what is to be tried out. */
export function readDrill(typed: Typed, closables: readonly Closable[], today: IsoDate): Read<DrillAsked> {
  const read = readTyped(form, typed)
  const chosen = closables.find(({ value }) => value === (typed['what']?.[0] ?? ''))
  const missing = chosen ? [] : [{ field: 'what', sentence: 'Choose what closes' }]
  if (read.mistakes) return { mistakes: [...missing, ...read.mistakes] }
  const { closes, others, policy, seed, residents, full } = read.read
  const wrong = [
    ...missing,
    ...(closes < today ? [{ field: 'closes-day', sentence: 'The day must be today or later' }] : []),
    ...(closes > addDays(today, farthest)
      ? [{ field: 'closes-day', sentence: 'The day must be within two years' }]
      : []),
  ]
  if (!chosen || wrong.length > 0) return { mistakes: wrong }
  return {
    read: {
      ...chosen.of,
      closesOn: closes,
      othersMayMove: others === 'may-move',
      policy,
      seed: Number(seed),
      residents,
      othersFullPercent: full,
    },
  }
}

const stateOf = z.custom<ContinuityState>(
  (typed) => (continuityStates as readonly unknown[]).includes(typed),
  'Choose how far it is',
)

const continuity = z.object({
  seen: z.string().regex(/^\d{1,9}$/, 'Load the page again'),
  lead: z.string().max(200, 'Lead officer must be 200 characters or fewer'),
  ...(Object.fromEntries(audiences.map((one) => [`told-${one}`, stateOf])) as Record<
    `told-${Audience}`,
    typeof stateOf
  >),
  communications: words('Communications', 4000),
  handover: stateOf,
  notes: words('Hand-over', 4000),
})

/** Reads what people do about a closing. */
export function readContinuity(typed: Typed): Read<ContinuitySaid> {
  const read = readTyped(continuity, typed)
  if (read.mistakes) return read
  const { seen, lead, communications, handover, notes, ...told } = read.read
  return {
    read: {
      seen: Number(seen),
      leadOfficer: lead,
      told: Object.fromEntries(audiences.map((one) => [one, told[`told-${one}`]])) as ContinuitySaid['told'],
      communications,
      handOver: handover,
      handOverNotes: notes,
    },
  }
}

/** A plan as its form shows it. */
export const continuityTyped = (plan: ContinuityPlan): Typed => ({
  seen: [String(plan.version)],
  lead: [plan.leadOfficer],
  ...Object.fromEntries(audiences.map((one) => [`told-${one}`, [plan.told[one]]])),
  communications: [plan.communications],
  handover: [plan.handOver],
  notes: [plan.handOverNotes],
})
