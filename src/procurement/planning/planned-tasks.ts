import type { Task } from '../../core/tasks/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'
import type { Decision } from './decision.ts'

/** How long before its day something to be decided is put before the officers, in days: three months. */
const ahead = 92

interface Planned {
  readonly reference: string
  readonly title: string
  readonly decision: Decision
}

/** What contracts officers have to do about decisions that are due soon or late, each known again by its contract and day. */
export const plannedTasks = (decisions: readonly Planned[], on: IsoDate): Omit<Task, 'kind'>[] =>
  decisions
    .filter(({ decision }) => isOurs(decision) && decision.due <= addDays(on, ahead))
    .map(({ reference, title, decision: { kind, on: day, due, heading } }) => ({
      subject: `${reference} ${kind} ${day}`,
      title: `${heading}: ${title}, ${reference}`,
      due,
      role: 'contracts-officer',
      accountId: null,
    }))

/** What others decide has no task here, nor has a contract that goes on until somebody gives notice. */
const isOurs = ({ kind, decideBy }: Decision): boolean =>
  kind !== 'national' && (kind !== 'notice' || decideBy !== null)
