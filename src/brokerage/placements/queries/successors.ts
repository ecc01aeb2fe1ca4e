import { partnershipById } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { lotsFor } from '../../../procurement/index.ts'
import { mayBeAwarded, organisationNames } from '../../../providers/index.ts'
import type { Course } from '../course.ts'

/** Somebody who may take a placement over, by which place in which lot. */
export interface Successor {
  readonly organisationId: Id
  readonly organisation: string
  readonly contractId: Id | null
  readonly lotId: Id | null
}

/** Who may take a placement over on a day: whoever may be asked in the lots of the area, each in the first of its places. */
export async function successorsOf(
  db: Db,
  partnershipId: Id,
  course: Pick<Course, 'organisationId' | 'serviceType' | 'area'>,
  on: IsoDate,
): Promise<Successor[]> {
  const { serviceType, area } = course
  const places = await lotsFor(db, { partnershipId, serviceType, area, on })
  const all = new Map<Id, Successor>()
  for (const { provider, lot, contract } of places) {
    if (provider.id === course.organisationId || all.has(provider.id)) continue
    all.set(provider.id, {
      organisationId: provider.id,
      organisation: provider.name,
      contractId: contract.id,
      lotId: lot.id,
    })
  }
  return [...all.values()]
}

/** Somebody beside the framework who may take a placement over after a merger: registered for the service, and not suspended. */
export async function mergedSuccessor(
  db: Db,
  partnershipId: Id,
  toId: Id,
  { serviceType, on, at }: { readonly serviceType: string; readonly on: IsoDate; readonly at: Date },
): Promise<Successor | undefined> {
  const organisation = (await organisationNames(db, [toId])).get(toId)
  if (organisation === undefined) return undefined
  const partnership = await partnershipById(db, partnershipId)
  const [judged] = await mayBeAwarded(db, { partnership, at }, [{ organisationId: toId, serviceType, on }])
  return judged?.allowed ? { organisationId: toId, organisation, contractId: null, lotId: null } : undefined
}
