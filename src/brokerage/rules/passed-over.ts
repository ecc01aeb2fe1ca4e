import { pounds } from '../../core/ui/format.ts'
import type { Id } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { RuleStep } from '../offer-rule.ts'
import { kilometres } from './rule-words.ts'

/** Why somebody was not asked: a closed list, because each has to be answered for. */
export type PassedOverReason =
  | 'hindered'
  | 'no-capacity'
  | 'too-dear'
  | 'grade'
  | 'no-grade'
  | 'too-far'
  | 'needs-approval'
  | 'not-approved'
  | 'step-over'
  | 'not-in-pool'

/** Someone who was not asked, and why, in words that they may read. */
export interface PassedOver {
  readonly organisationId: Id
  /** The step in which; 0 for whoever no step asks. */
  readonly step: number
  readonly because: PassedOverReason
  readonly sentence: string
}

/** A reason in words. */
export type Against = Pick<PassedOver, 'because' | 'sentence'>

/** What speaks against asking someone in a step; undefined when nothing does. An unknown price or distance does not. */
export function against(step: RuleStep, number: number, candidate: Candidate): Against | undefined {
  const { organisation, hindrance, freeMinutes, hourlyPence, grade, distance } = candidate
  if (hindrance !== null) return { because: 'hindered', sentence: hindrance }
  if (freeMinutes !== null && freeMinutes <= 0) {
    const sentence = `${organisation} has declared no hours left in the parts of the day asked for.`
    return { because: 'no-capacity', sentence }
  }
  if (step.priceCap !== null && hourlyPence !== null && hourlyPence > step.priceCap) {
    const sentence = `${organisation} costs ${pounds(hourlyPence)} an hour; step ${number} goes up to ${pounds(step.priceCap)}.`
    return { because: 'too-dear', sentence }
  }
  if (step.lowestGrade !== null && grade === null) {
    return { because: 'no-grade', sentence: `${organisation} has no grade; step ${number} asks for one.` }
  }
  if (step.lowestGrade !== null && grade !== null && grade < step.lowestGrade) {
    const sentence = `The lowest grade of ${organisation} is ${grade}; step ${number} asks for ${step.lowestGrade} or better.`
    return { because: 'grade', sentence }
  }
  if (step.distance !== null && distance !== null && distance > step.distance) {
    const sentence = `${organisation} is ${kilometres(distance)} away; step ${number} goes up to ${kilometres(step.distance)}.`
    return { because: 'too-far', sentence }
  }
  return undefined
}

/** The price above which someone has to agree before this one is asked; null when nobody has to. */
export const aboveLimit = ({ approvalAbove }: RuleStep, { hourlyPence }: Candidate): number | null =>
  approvalAbove !== null && hourlyPence !== null && hourlyPence > approvalAbove ? approvalAbove : null
