import type { Id } from '../../core/values/index.ts'
import type { PlanInput } from './plan-asked.ts'
import type { PlanResult } from './plan-result.ts'

/** A package of which two plans propose something else; undefined where a plan does not have it. */
export interface Moved {
  readonly packageId: Id
  readonly reference: string
  /** Who was proposed; null for nobody. */
  readonly from: string | null | undefined
  readonly to: string | null | undefined
}

interface Kept {
  readonly input: PlanInput
  readonly result: PlanResult
}

/** What one plan proposes otherwise than the one before. */
export function movedBetween(before: Kept, after: Kept): Moved[] {
  const [old, now] = [proposals(before), proposals(after)]
  return [...new Map([...old, ...now])].flatMap(([packageId, { reference }]): Moved[] => {
    const [from, to] = [old.get(packageId), now.get(packageId)]
    if (from && to && from.organisationId === to.organisationId) return []
    return [{ packageId, reference, from: from?.organisation, to: to?.organisation }]
  })
}

function proposals({ input, result }: Kept) {
  return new Map(
    input.packages.map(({ packageId, reference }, at) => {
      const provider = result.answer.plan[at] ?? null
      const organisation = provider === null ? null : input.organisations[input.rooms[provider]?.organisation ?? -1]
      return [
        packageId,
        { reference, organisationId: organisation?.id ?? null, organisation: organisation?.name ?? null },
      ]
    }),
  )
}
