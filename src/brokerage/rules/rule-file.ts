import { z } from 'zod'
import { isIsoDate } from '../../core/values/index.ts'
import { orders, type Pool, type RuleStep } from '../offer-rule.ts'
import type { RuleDraft } from './rule-draft.ts'
import { ruleProblems } from './rule-problems.ts'

/** A rule as a file says it: service and contract by the names or numbers that people use. */
export interface FileRule extends Omit<RuleDraft, 'contractId' | 'seen' | 'serviceType'> {
  readonly service: string
  /** By reference or the partnership's own number; null for the partnership's own rule. */
  readonly contract: string | null
}

/** A rule of a file, or what is wrong with it, each by its number in the file. */
export type FileReading =
  | { readonly number: number; readonly rule: FileRule }
  | { readonly number: number; readonly problems: readonly { readonly at: string | null; readonly reason: string }[] }

const pence = z.int().nullable().default(null)

const step = z.strictObject({
  pool: z.enum(['lead', 'fallback', 'framework', 'tier', 'additional', 'accredited', 'in-house']),
  /** From and to, of a tier. */
  ranks: z.tuple([z.int(), z.int()]).optional(),
  order: z.enum(orders).default('rank'),
  mode: z.enum(['one-after-another', 'all-at-once']).default('one-after-another'),
  windowMinutes: z.number(),
  priceCapPence: pence,
  approvalAbovePence: pence,
  lowestGrade: z.int().nullable().default(null),
  distanceMetres: z.int().nullable().default(null),
  shortTermMonths: z.int().nullable().default(null),
})

const rule = z.strictObject({
  name: z.string().min(1),
  service: z.string().min(1),
  contract: z.string().min(1).nullable().default(null),
  from: z.string().refine(isIsoDate, 'it must be a date such as 2026-12-01'),
  reason: z.string().min(1),
  clock: z.strictObject({ days: z.array(z.int()), from: z.string(), to: z.string() }),
  steps: z.array(step),
})

/** Reads rules from JSON: one, a list, or a list under “rules”. A sentence for what is no such file. */
export function readRuleFile(name: string, text: string): FileReading[] | string {
  const file = parsed(text)
  if (file === undefined) return `${name} is no JSON.`
  const rules = listIn(file)
  if (rules.length === 0) return `${name} has no rule in it.`
  return rules.map((one, at) => readOne(one, at + 1))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listIn(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file
  const wrapped = typeof file === 'object' && file !== null && 'rules' in file ? file.rules : undefined
  return Array.isArray(wrapped) ? wrapped : [file]
}

function readOne(one: unknown, number: number): FileReading {
  const result = rule.safeParse(one)
  if (!result.success) {
    return {
      number,
      problems: result.error.issues.map(({ path, message }) => ({
        at: path.length > 0 ? path.map(placeWord).join(', ') : null,
        reason: message.charAt(0).toUpperCase() + message.slice(1),
      })),
    }
  }
  const { clock, steps, ...head } = result.data
  const said = { ...head, hours: clock, steps: steps.map(stepOf) }
  const problems = ruleProblems(said)
  if (problems.length === 0) return { number, rule: said }
  return { number, problems: problems.map(({ field, sentence }) => ({ at: field, reason: sentence })) }
}

/** A place in the file as people count: steps from 1. */
const placeWord = (part: PropertyKey): string => (typeof part === 'number' ? String(part + 1) : String(part))

const stepOf = ({ pool, ranks, ...said }: z.output<typeof step>): RuleStep => ({
  pool: poolOf(pool, ranks),
  order: said.order,
  mode: said.mode,
  window: said.windowMinutes,
  priceCap: said.priceCapPence,
  lowestGrade: said.lowestGrade,
  distance: said.distanceMetres,
  shortTermMonths: said.shortTermMonths,
  approvalAbove: said.approvalAbovePence,
})

const poolOf = (kind: Pool['kind'], [fromRank, toRank]: readonly [number, number] = [0, 0]): Pool =>
  kind === 'tier' ? { kind, fromRank, toRank } : { kind }
